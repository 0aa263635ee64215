// Runs the commands that stand in docs/questions.md and puts what they print below them.
//
//   node docs/update-examples.mjs [FOLDER]
//
// FOLDER: where the commands run, the root of the project by default. A block is ```console, its first line `$ fieldmap …`;
// a number of lines in braces behind the language keeps that many: ```console {12}.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const page = fileURLToPath(new URL('questions.md', import.meta.url))
const command = fileURLToPath(new URL('../packages/cli/bin/fieldmap.js', import.meta.url))
const cwd = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))

const text = readFileSync(page, 'utf8')
const updated = text.replace(
  /```console( \{(\d+)\})?\n\$ fieldmap (.*)\n[\s\S]*?```/g,
  (_, suffix = '', most = undefined, call = '') => {
    const args = [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare)
    const printed = execFileSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8' }).trimEnd()
    const lines = printed.split('\n')
    const kept = most === undefined ? lines : lines.slice(0, Number(most))
    const shown = kept.length < lines.length ? [...kept, '…', lines.at(-1)] : kept
    return `\`\`\`console${suffix}\n$ fieldmap ${call}\n${shown.join('\n')}\n\`\`\``
  },
)
writeFileSync(page, updated)
