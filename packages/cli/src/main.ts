import { createAnalysisThread } from './analysis-thread.ts'
import { diskEffects } from './effects.ts'
import { run } from './run.ts'
import { sweep } from './sweep.ts'

const stop = new AbortController()
/** Milliseconds for orderly ends, such as removing a temporary clone; then the process ends anyway. */
const GRACE = 2000
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort()
    setTimeout(() => process.exit(130), GRACE).unref()
  })
}
// A reader that closes the pipe early ("| head") is no error.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await run(process.argv.slice(2), {
  ...diskEffects(stop.signal),
  analyse: createAnalysisThread(),
  sweep,
})
