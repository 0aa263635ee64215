import { byCodeUnits } from '@fieldmap/graph'
import { type RepositoryAddress, repositoryAddress } from '../recognise/web-address.ts'
import type { Paper } from '../resolve/paper.ts'

/** A paper that links a repository as its code. */
export interface LinkingPaper {
  /** The paper's label. */
  readonly title: string
  /** The folder that the link leads to, `''` or with a slash at the end. */
  readonly folder: string
  /** The list calls the link unofficial. */
  readonly isUnofficial: boolean
}

/** A repository with the papers that link it. */
export interface HarvestTarget {
  readonly id: string
  readonly url: string
  /** Sorted by title and folder. */
  readonly papers: readonly LinkingPaper[]
}

/** Words by which lists and READMEs say that the code is not the authors' own. */
export const UNOFFICIAL: RegExp =
  /\bun-?official|\bnon-?official|\bnot (?:the |an )?official|\bre-?implement|\bthird[- ]party|\breproduction of (?!our)|\breproduc(?:e|es|ing) (?!our)the (?:paper|method|work)|非官方|复现|第三方/iu

/** The repositories that papers link, each once, sorted by id. Linear in the links, but for sorting. */
export function harvestTargets(papers: readonly Paper[]): readonly HarvestTarget[] {
  const targets = new Map<string, { address: RepositoryAddress; papers: Map<string, LinkingPaper> }>()
  for (const paper of papers) {
    for (const { label, url } of paper.entries.flatMap((entry) => entry.links)) {
      const address = repositoryAddress(url)
      if (address === undefined) continue
      const target = targets.get(address.id) ?? { address, papers: new Map() }
      targets.set(address.id, target)
      const folder = folderOf(address.path ?? '')
      const key = `${paper.label}\n${folder}`
      const known = target.papers.get(key)
      const isUnofficial = UNOFFICIAL.test(label) && (known?.isUnofficial ?? true)
      target.papers.set(key, { title: paper.label, folder, isUnofficial })
    }
  }
  return [...targets.values()]
    .map(({ address, papers: linking }) => ({
      id: address.id,
      url: address.url,
      papers: [...linking.entries()].sort(([a], [b]) => byCodeUnits(a, b)).map(([, paper]) => paper),
    }))
    .sort((a, b) => byCodeUnits(a.id, b.id))
}

/** The folder of a link: a link to a file leads to the folder that holds it. */
function folderOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return ''
  if (/\.[a-z]\w{0,5}$/i.test(parts.at(-1) ?? '')) parts.pop()
  return parts.map((part) => `${part}/`).join('')
}
