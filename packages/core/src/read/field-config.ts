import type { Finding, Severity } from '@fieldmap/graph'
import * as v from 'valibot'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** The name of the file that describes a field. */
export const FIELD_FILE: string = 'fieldmap.yml'

/** A path that `fieldmap.yml` lists, and where it does so (1-based). */
export interface ListedPath {
  readonly path: string
  readonly line: number
  readonly column: number
}

const LISTED_KINDS = ['list', 'evidence', 'relations', 'authors', 'bibliography'] as const

export interface ListedSource extends ListedPath {
  /** Left out: by extension and header. */
  readonly kind?: (typeof LISTED_KINDS)[number]
  readonly repository?: string
  readonly repositoryPath?: string
  readonly branch?: string
}

/** What `fieldmap.yml` says, as far as it is right. */
export interface FieldConfig {
  readonly title?: string
  readonly site?: string
  readonly sources: readonly ListedSource[]
  readonly vocabulary: readonly ListedPath[]
  readonly decisions?: ListedPath
  readonly tour?: ListedPath
}

const text = v.pipe(
  v.string('write text, in quotes if it looks like a number'),
  v.trim(),
  v.nonEmpty('write some text'),
)
const address = v.pipe(text, v.regex(/^https?:\/\/[^\s/]+/i, 'write a full address, such as https://example.org/map'))
const kind = v.picklist(LISTED_KINDS, `write one of ${LISTED_KINDS.join(', ')}`)

const SOURCE_FIELDS = { path: text, kind, repository: address, repositoryPath: text, branch: text }
const source = v.object({
  path: text,
  kind: v.optional(kind),
  repository: v.optional(address),
  repositoryPath: v.optional(text),
  branch: v.optional(text),
})
const FIELDS = {
  title: text,
  site: address,
  sources: v.unknown(),
  vocabulary: v.unknown(),
  decisions: text,
  tour: text,
}

/**
 * Reads the text of a `fieldmap.yml`. What is wrong in it is a finding at its line and column, under the name `path`;
 * the rest is used. An empty file gives an empty configuration. Never throws.
 */
export function parseFieldConfig(
  yaml: string,
  path: string = FIELD_FILE,
): { readonly config: FieldConfig; readonly findings: readonly Finding[] } {
  const reader = new ConfigReader(yaml, path)
  const fields = reader.fields(reader.document.contents, FIELDS, 'the file')
  const { title, site, sources, vocabulary, decisions, tour } = fields ?? {}
  const config = {
    ...(title && { title: v.parse(text, title.value) }),
    ...(site && { site: v.parse(address, site.value) }),
    sources: reader.items(sources?.node, 'sources', '- path: README.md').flatMap((item) => reader.source(item)),
    vocabulary: reader
      .items(vocabulary?.node, 'vocabulary', '- vocabulary/tasks.csv')
      .flatMap((item) => reader.path(item)),
    ...(decisions && { decisions: { path: v.parse(text, decisions.value), ...reader.place(decisions.node) } }),
    ...(tour && { tour: { path: v.parse(text, tour.value), ...reader.place(tour.node) } }),
  }
  return { config, findings: reader.findings }
}

interface Field {
  readonly value: unknown
  readonly node: Node
}

/** Walks the YAML document, checks what it meets and keeps the findings. */
class ConfigReader {
  readonly document: Document.Parsed
  readonly findings: Finding[] = []
  readonly #lines = new LineCounter()
  readonly #path: string

  constructor(yaml: string, path: string) {
    this.#path = path
    this.document = parseDocument(yaml, { lineCounter: this.#lines, prettyErrors: false, logLevel: 'silent' })
    for (const { pos, message } of this.document.errors) {
      this.#report(pos[0], 'field-syntax', 'error', `not valid YAML: ${message}`, 'mend this place; the rest is used')
    }
  }

  /** The fields of a mapping whose values are right. Undefined where the node is something else. */
  fields<K extends string>(
    found: Node | null,
    schemas: Readonly<Record<K, v.GenericSchema>>,
    name: string,
  ): Partial<Record<K, Field>> | undefined {
    const node = this.#resolve(found)
    const known = Object.keys(schemas).join(', ')
    if (node === undefined) return {}
    if (!isMap(node)) {
      this.#report(offset(node), 'field-value', 'error', `${name} is not a mapping of fields`, `there are ${known}`)
      return undefined
    }
    const fields: Partial<Record<K, Field>> = {}
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      const at = isScalar(pair.key) ? offset(pair.key) : offset(node)
      const value = this.#resolve(pair.value as Node | null)
      if (!isOneOf(key, schemas)) {
        this.#report(at, 'unknown-field', 'warning', `unknown field \`${key}\`, not used`, `there are ${known}`)
      } else if (value !== undefined) {
        const plain = isScalar(value) ? value.value : undefined
        const checked = v.safeParse(schemas[key], plain)
        if (checked.success) fields[key] = { value: checked.output, node: value }
        else
          this.#report(
            offset(value),
            'field-value',
            'error',
            `wrong value of \`${key}\`, not used`,
            checked.issues[0].message,
          )
      } else {
        this.#report(at, 'field-value', 'warning', `\`${key}\` has no value`, 'write one, or leave the field out')
      }
    }
    return fields
  }

  /** The items of a list; nothing where there is none. */
  items(node: Node | undefined, name: string, example: string): readonly Node[] {
    if (node === undefined) return []
    if (isSeq(node)) return node.items.flatMap((item) => this.#resolve(item as Node | null) ?? [])
    this.#report(
      offset(node),
      'field-value',
      'error',
      `\`${name}\` is not a list, not used`,
      `write \`${example}\`, one a line`,
    )
    return []
  }

  source(node: Node): readonly ListedSource[] {
    const before = this.findings.length
    const fields = this.fields(node, SOURCE_FIELDS, 'a source')
    if (fields === undefined) return []
    const values = Object.entries(fields).map(([key, field]) => [key, field.value])
    const checked = v.safeParse(source, Object.fromEntries(values))
    if (checked.success) {
      const { path, kind, repository, repositoryPath, branch } = checked.output
      const address = {
        ...(repository && { repository }),
        ...(repositoryPath && { repositoryPath }),
        ...(branch && { branch }),
      }
      return [{ path, ...(kind && { kind }), ...address, ...this.place(fields.path?.node ?? node) }]
    }
    if (this.findings.length === before) {
      this.#report(
        offset(node),
        'field-value',
        'error',
        'a source without `path`, not used',
        'write `- path: README.md`',
      )
    }
    return []
  }

  path(node: Node): readonly ListedPath[] {
    const checked = v.safeParse(text, isScalar(node) ? node.value : undefined)
    if (checked.success) return [{ path: checked.output, ...this.place(node) }]
    this.#report(offset(node), 'field-value', 'error', 'not a path, not used', checked.issues[0].message)
    return []
  }

  place(node: Node): { readonly line: number; readonly column: number } {
    return this.#position(offset(node))
  }

  #resolve(node: Node | null | undefined): Node | undefined {
    const target = isAlias(node) ? node.resolve(this.document) : (node ?? undefined)
    return isScalar(target) && target.value === null ? undefined : target
  }

  #position(at: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(at)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }

  #report(at: number, name: string, severity: Severity, message: string, hint: string): void {
    this.findings.push({ rule: `read/${name}`, severity, source: this.#path, ...this.#position(at), message, hint })
  }
}

function offset(node: Node): number {
  return node.range?.[0] ?? 0
}

function isOneOf<K extends string>(key: string, schemas: Readonly<Record<K, unknown>>): key is K {
  return Object.hasOwn(schemas, key)
}
