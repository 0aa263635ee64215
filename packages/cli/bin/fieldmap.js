#!/usr/bin/env node
// Committed as it is, so that `npx fieldmap` is linked by `npm ci` before `dist/` is built.
import { existsSync } from 'node:fs'

const main = new URL('../dist/main.js', import.meta.url)
if (existsSync(main)) {
  await import(main.href)
} else {
  console.error('fieldmap is not built yet.\n  hint: run `npm run build` in its repository')
  process.exitCode = 2
}
