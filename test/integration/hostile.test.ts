import type { Build } from '@fieldmap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBuild } from '../fuzz/check-build.ts'
import { mutate, seedTexts, shortTexts } from '../fuzz/mutate.ts'

/** Whatever the text: no crash, each quote on its line, safe addresses only, nothing unescaped in the picture. */
function check(text: string): Build {
  const { built, problems } = checkBuild(text)
  expect(problems).toEqual([])
  return built
}

const GOOD =
  '# List\n\n## Papers\n\n- **A Good Paper about Knowledge Graphs**, ACL 2020 [[Paper](https://arxiv.org/abs/2001.00001)]\n'

describe('hostile and broken texts', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n\r\n'],
    ['a line of fifty megabytes', `${'x'.repeat(50_000_000)}\n\n${GOOD}`],
    ['`*a_ ` twenty thousand times', `${'*a_ '.repeat(20_000)}\n\n${GOOD}`],
    [
      'ten thousand nested items',
      `${Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')}\n\n${GOOD}`,
    ],
    ['an unclosed fence and comment', `\`\`\`\n<!-- \n\n${GOOD}`],
    ['lone carriage returns', GOOD.replaceAll('\n', '\r')],
    ['CRLF', GOOD.replaceAll('\n', '\r\n')],
    ['NUL and control characters', GOOD.replace('Good', 'G\u0000o\u0007od')],
    ['bidi controls', GOOD.replace('Good', 'G\u202Eoo\u2066d')],
    ['script in a title', GOOD.replace('Good', '<script>alert(1)</script> Good')],
    ['a script as address', GOOD.replace('https://arxiv.org/abs/2001.00001', 'javascript:alert(1)')],
    ['data as address', GOOD.replace('https://arxiv.org/abs/2001.00001', 'data:text/html,<script>alert(1)</script>')],
    ['lone surrogates', GOOD.replace('Good', 'G\uD800ood')],
    [
      'a table of ten thousand columns',
      `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${'b|'.repeat(10_000)}\n\n${GOOD}`,
    ],
    ['a title of a hundred thousand letters', GOOD.replace('Good', 'Go '.repeat(33_000))],
    [
      'a hundred thousand definitions',
      `${Array.from({ length: 100_000 }, (_, i) => `[${i}]: https://a.org/${i}`).join('\n')}\n\n${GOOD}`,
    ],
    ['prototype names', GOOD.replace('Good', '__proto__ constructor').replace('[Paper]', '[toString]')],
  ])('%s', (_, text) => {
    const { graph } = check(text)
    const readable = text.includes('arxiv.org') && text.includes('Good Paper')
    if (readable) expect(graph.filterNodes((__, { kind }) => kind === 'paper').length).toBeGreaterThan(0)
  })

  it('leaves out addresses that are no web addresses, and says so', () => {
    const { report } = check(GOOD.replace('https://arxiv.org/abs/2001.00001', 'file:///etc/passwd'))
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'extract/unsafe-link', line: 5 }))
  })
})

describe('mutated lists', () => {
  it.each([
    ['short ones of every layout', shortTexts(), 100],
    ['whole real ones', seedTexts(), 12],
  ])('never crash the pipeline, never misplace a quote: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 12 }),
        (text, edits) => {
          check(mutate(text, edits))
        },
      ),
      { numRuns, seed: 7 },
    )
  })

  it('nor do arbitrary texts', () => {
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '| ',
      '|---|---|\n',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '<a href="',
      '">',
      '</a>',
      '<table><tr><td>',
      '\n',
      '\n\n',
      '    ',
      'CVPR 2020',
      'https://arxiv.org/abs/2001.00001',
      'Paper',
      '"',
      '⭐',
      '<!--',
      '-->',
      '&amp;',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (parts) => {
        check(parts.join(''))
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
