import type { Finding } from '@fieldmap/graph'
import type { DecodeProblem } from './decode.ts'
import { FILE_LIMIT } from './limits.ts'
import type { Repair } from './mojibake.ts'
import type { TreeFile } from './source-tree.ts'

interface Place {
  readonly source: string
  readonly line: number
  readonly column: number
}

const LIMIT = `${FILE_LIMIT / 1024 / 1024} MB`

/** A file that could not be had: the finding stands where `fieldmap.yml` asks for it, else at the file itself. */
export function treeFinding(
  problem: Exclude<TreeFile, { kind: 'file' }> | { readonly kind: 'twice' },
  path: string,
  asked: Place = { source: path, line: 1, column: 1 },
): Finding {
  const error = { severity: 'error' as const, ...asked }
  switch (problem.kind) {
    case 'missing':
      return {
        rule: 'read/missing-file',
        ...error,
        message: `${path} does not exist`,
        hint: 'correct the path, which is relative to this file, or add the file',
      }
    case 'folder':
      return { rule: 'read/missing-file', ...error, message: `${path} is a folder`, hint: 'name each file in it' }
    case 'outside':
      return {
        rule: 'read/outside-folder',
        ...error,
        message: `${path} leads out of the folder, or to nothing, and is not read`,
        hint: 'copy the file into the folder, without `..` or a symbolic link',
      }
    case 'submodule':
      return {
        rule: 'read/submodule',
        ...error,
        severity: 'warning',
        message: `${path} is in a submodule and is not read`,
        hint: 'give the repository of the submodule as a source of its own',
      }
    case 'too-large':
      return tooLarge(problem.bytes, path)
    case 'unreadable':
      return {
        rule: 'read/unreadable-file',
        ...error,
        message: `${path} can't be read: ${problem.reason}`,
        hint: 'check the file and its permissions',
      }
    case 'twice':
      return {
        rule: 'read/duplicate-source',
        ...error,
        severity: 'warning',
        message: `${path} is listed twice`,
        hint: 'delete one of the two; the first is used',
      }
    default:
      return problem satisfies never
  }
}

/** What is wrong with the bytes or the columns of a file. */
export function contentFinding(problem: DecodeProblem | { readonly kind: 'unknown-columns' }, source: string): Finding {
  const whole = { source, line: 1, column: 1 }
  switch (problem.kind) {
    case 'binary':
      return {
        rule: 'read/binary-file',
        severity: 'error',
        ...whole,
        message: 'not a text file, left out',
        hint: 'save it as UTF-8 text; NUL bytes and control characters are taken as binary',
      }
    case 'too-large':
      return tooLarge(problem.bytes, source)
    case 'lfs-pointer':
      return {
        rule: 'read/lfs-pointer',
        severity: 'error',
        ...whole,
        message: 'only the pointer of a Git LFS file, left out',
        hint: 'keep texts in git itself: git lfs untrack, then commit the file',
      }
    case 'empty':
      return {
        rule: 'read/empty-file',
        severity: 'info',
        ...whole,
        message: 'the file is empty',
        hint: 'write something, or take it off the sources',
      }
    case 'invalid-utf8': {
      const { line, column, runs } = problem
      const message = `${runs} ${runs === 1 ? 'place is' : 'places are'} not UTF-8; read as Windows-1252`
      return {
        rule: 'read/invalid-utf8',
        severity: 'warning',
        source,
        line,
        column,
        message,
        hint: 'save the file as UTF-8',
      }
    }
    case 'unknown-columns':
      return {
        rule: 'read/unknown-columns',
        severity: 'error',
        ...whole,
        message: 'the header says neither evidence, relations nor authors; left out',
        hint: 'state its `kind` in fieldmap.yml, or correct the first line',
      }
    default:
      return problem satisfies never
  }
}

/** One warning for all that was repaired in a file, at its first place. `repairs` holds at least one. */
export function repairFinding(repairs: readonly Repair[], source: string): Finding {
  const first = repairs.reduce((a, b) => (b.line < a.line ? b : a))
  const encodings = [...new Set(repairs.map(({ encoding }) => encoding))].join(' and ')
  const places = repairs.reduce((sum, repair) => Math.max(sum, repair.places), 0)
  const example = `${JSON.stringify(first.before)} is ${JSON.stringify(first.after)}`
  return {
    rule: 'read/mojibake',
    severity: 'warning',
    source,
    line: first.line,
    column: first.column,
    message: `UTF-8 that was once read as ${encodings}: ${places} ${places === 1 ? 'place' : 'places'} repaired, the first on line ${first.line} (${example})`,
    hint: 'restore the file from before the damage, or have an editor write it in that encoding and read it again as UTF-8',
  }
}

function tooLarge(bytes: number, source: string): Finding {
  return {
    rule: 'read/file-too-large',
    severity: 'error',
    source,
    line: 1,
    column: 1,
    message: `${(bytes / 1024 / 1024).toFixed(1)} MB, more than the limit of ${LIMIT}; left out`,
    hint: 'split the file',
  }
}
