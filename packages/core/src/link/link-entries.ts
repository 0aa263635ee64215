import { nodeKey } from '@fieldmap/graph'
import type { Terms } from '../curated/vocabulary.ts'
import type { Entry, EntryLink, Stated } from '../extract/entry.ts'
import { frameworkOf } from '../recognise/link-role.ts'
import { repositoryAddress } from '../recognise/web-address.ts'
import { slugOf } from './slug-of.ts'
import type { EdgeStatement, NodeStatement } from './statement.ts'

/** A node and the edge that leads to it. */
export interface Linked {
  readonly node: NodeStatement
  readonly edge: EdgeStatement
}

/** The repositories that an entry's links lie in, whatever their labels. */
export function linkRepositories(
  source: string,
  kind: 'implemented_in' | 'provided_by',
  links: readonly EntryLink[],
): Linked[] {
  return links.flatMap(({ label, url, evidence }): Linked[] => {
    const repository = repositoryAddress(url)
    if (repository === undefined) return []
    const target = nodeKey('repository', repository.id)
    const framework = frameworkOf(label)
    const said = { ...evidence, rule: 'link/code-host' }
    return [
      {
        node: {
          key: target,
          kind: 'repository',
          attributes: {
            kind: 'repository',
            label: repository.name,
            url: repository.url,
            ...(framework === undefined ? {} : { framework }),
          },
          mentions: [said],
        },
        edge: {
          source,
          kind,
          target,
          evidence: [said],
          ...(label === '' ? {} : { label }),
          ...(repository.path === undefined ? {} : { path: repository.path }),
        },
      },
    ]
  })
}

/** The venue of an entry; every entry of a paper states its own. */
export function linkVenue(source: string, kind: 'published_in' | 'held_at', entry: Entry): Linked[] {
  const { venue } = entry
  if (venue === undefined) return []
  const target = nodeKey('venue', slugOf(venue.value.name) || 'unnamed')
  const said = { ...venue.evidence, rule: `link/venue-${venue.value.basis}` }
  return [
    {
      node: {
        key: target,
        kind: 'venue',
        attributes: { kind: 'venue', label: venue.value.name, name: venue.value.name, form: venue.value.form },
        mentions: [said],
      },
      edge: { source, kind, target, evidence: [said] },
    },
  ]
}

/** People as names: homonyms are not claimed to be one person. */
export function linkAuthors(source: string, authors: readonly Stated<string>[]): Linked[] {
  return authors.flatMap(({ value, evidence }): Linked[] => {
    const id = slugOf(value)
    if (id === '') return []
    const target = nodeKey('author', id)
    const said = { ...evidence, rule: 'link/author' }
    return [
      {
        node: { key: target, kind: 'author', attributes: { kind: 'author', label: value }, mentions: [said] },
        edge: { source, kind: 'written_by', target, evidence: [said] },
      },
    ]
  })
}

/** Institutions; spellings that the vocabulary knows become one. */
export function linkOrganizations(source: string, organizations: readonly Stated<string>[], known: Terms): Linked[] {
  return organizations.flatMap(({ value, evidence }): Linked[] => {
    const term = known.find(value)
    const id = term?.id ?? slugOf(value)
    if (id === '') return []
    const target = nodeKey('organization', id)
    const said = { ...evidence, rule: term === undefined ? 'link/organization' : 'link/vocabulary' }
    return [
      {
        node: {
          key: target,
          kind: 'organization',
          attributes: { kind: 'organization', label: term?.name ?? value },
          mentions: [said],
        },
        edge: { source, kind: 'affiliated_with', target, evidence: [said] },
      },
    ]
  })
}
