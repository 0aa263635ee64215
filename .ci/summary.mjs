// Prints how many tests passed and failed. A failure outside the tests (install, lint, types, build) counts as one.
import { existsSync, readFileSync } from 'node:fs'

const status = Number(process.argv[2])
const path = 'test-results/results.json'
const results = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
const failed = results.numFailedTests + (results.numFailedTests === 0 && status !== 0 ? 1 : 0)
console.log(`${results.numPassedTests} passed, ${failed} failed`)
process.exitCode = status === 0 && results.numPassedTests > 0 ? 0 : 1
