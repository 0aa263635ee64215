import type { FieldGraph } from '../field-graph.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'

/**
 * Ten papers that can be answered by hand. Uses that count by default (roles other than pretrain):
 *
 *     a  Hub  Rare       2020  Faces        A, code      d  Rare            2019  Bodies
 *     b  Hub  Rare  Mid  2021  Faces                     e  (Hub pretrain)  2022  Bodies
 *     c  Hub             2022  Faces        B            f  –               2022  Bodies
 *     g  introduces Mid  2018  Faces Bodies              h  Mid (tier C)    2023  Bodies
 *     s  –  a survey     2023  Faces, mandatory
 *
 * Known at any tier: a b c d e g h, that is 7 of 10. Z is on a list of its own, of no task, with an author of its own. Papers of Hub: a b c (3), of Rare: a b d (3), of Mid: b g h (3).
 */
export function handSolved(): FieldGraph {
  return sampleGraph({
    papers: [
      {
        title: 'A',
        year: 2020,
        tasks: ['Faces'],
        uses: ['Hub', { dataset: 'Rare', role: 'train', tier: 'A' }],
        authors: ['Ada', 'Alan'],
        repositories: ['lab/mono#a'],
        venue: 'V',
      },
      {
        title: 'B',
        year: 2021,
        tasks: ['Faces'],
        uses: [
          { dataset: 'Hub', role: 'evaluate', tier: 'B' },
          { dataset: 'Rare', role: 'pretrain', tier: 'A' },
          { dataset: 'Rare', role: 'evaluate', tier: 'B' },
          'Mid',
        ],
        authors: ['Ada'],
        repositories: ['lab/mono#b'],
      },
      { title: 'C', year: 2022, tasks: ['Faces'], uses: ['Hub'], authors: ['Carl'], venue: 'V' },
      { title: 'D', year: 2019, tasks: ['Bodies'], uses: ['Rare'], authors: ['Carl'], repositories: ['lab/d'] },
      { title: 'E', year: 2022, tasks: ['Bodies'], uses: [{ dataset: 'Hub', role: 'pretrain' }], venue: 'V' },
      { title: 'F', year: 2022, tasks: ['Bodies'], repositories: ['lab/mono#a'] },
      { title: 'G', year: 2018, tasks: ['Faces', 'Bodies'], uses: [{ dataset: 'Mid', introduces: true }] },
      { title: 'H', year: 2023, tasks: ['Bodies'], uses: [{ dataset: 'Mid', tier: 'C' }], importance: 2, links: CODE },
      { title: 'S: A Survey of Faces', year: 2023, tasks: ['Faces'], mandatory: true },
      { title: 'Z', source: 'other.md', authors: ['Zoe'] },
    ],
    topics: { Hub: 'expression' },
    challenges: { Cup: ['Rare'] },
  })
}

const CODE = [{ rel: 'code' as const, label: 'Code', url: 'https://example.org/h' }]
