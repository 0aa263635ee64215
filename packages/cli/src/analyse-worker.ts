// The thread of `analysis-thread.ts`: a graph file comes in, its map goes out.
import { parentPort } from 'node:worker_threads'
import { analyse } from '@fieldmap/core'
import { readGraph } from '@fieldmap/graph'

const decoder = new TextDecoder()
parentPort?.on('message', (file: Uint8Array) => parentPort?.postMessage(analyse(readGraph(decoder.decode(file)))))
