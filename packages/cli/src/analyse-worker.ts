// The thread of `analysis-thread.ts`: a graph file comes in, its map goes out.
import { parentPort } from 'node:worker_threads'
import { analyse } from '@fieldmap/core'
import { readGraph } from '@fieldmap/graph'

parentPort?.on('message', (text: string) => parentPort?.postMessage(analyse(readGraph(text))))
