import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FieldMap } from '@fieldmap/graph'
import type { Effects } from './effects.ts'

/**
 * Analyses graphs in a thread of their own, one after the other, so that edits are read and shown meanwhile. The thread
 * starts with the first graph and does not keep the process alive. An error in it is that of the call, and the next
 * call has another thread.
 */
export function createAnalysisThread(): Effects['analyse'] {
  let worker: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const analyse = async (file: Uint8Array): Promise<FieldMap> => {
    if (worker === undefined) {
      worker = new Worker(new URL('./analyse-worker.js', import.meta.url))
      worker.unref()
    }
    try {
      const answer = once(worker, 'message')
      worker.postMessage(file)
      const [map] = await answer
      return map
    } catch (error) {
      worker = undefined
      throw error
    }
  }
  return (graph, encode) => {
    const file = encode(graph)
    const result = queue.then(() => analyse(file))
    queue = result.catch(() => undefined)
    return result
  }
}
