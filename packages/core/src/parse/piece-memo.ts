import type { Block, Row } from './document.ts'

/** A doubt about a piece; `line` counts from 0 at the first line of the piece. */
export interface PieceFinding {
  readonly rule: string
  readonly line: number
  readonly message: string
  readonly hint: string
}

/** What one piece of a document holds. All offsets count from the first character of the piece. */
export interface ParsedPiece {
  readonly blocks: readonly Block[]
  /** Of a row of a table. */
  readonly row?: Row
  readonly findings: readonly PieceFinding[]
  /** Ids that wait behind the piece for the next heading. */
  readonly anchors: readonly string[]
  /** The labels that the piece has in brackets, each with the line that defined it, if any did. */
  readonly labels: ReadonlyMap<string, string | undefined>
}

/** All that a piece's meaning depends on, but for the definitions of the labels in it. */
export interface PieceKey {
  readonly kind: 'heading' | 'row' | 'item' | 'paragraph' | 'html'
  readonly text: string
  /** Ids that wait in front of the piece for the next heading. */
  readonly anchors: readonly string[]
}

/** The link definitions of a document: the line that defines a label. */
export type Definitions = ReadonlyMap<string, string>

/** Remembers pieces of documents by their content, wherever in whatever file they stand. */
export interface PieceMemo {
  /** The piece as it was parsed before, where its labels were defined as they are now. */
  readonly get: (key: PieceKey, definitions: Definitions) => ParsedPiece | undefined
  /** Keeps a piece; what it gives says the same, and is to be used from now on. */
  readonly set: (key: PieceKey, piece: ParsedPiece) => ParsedPiece
}

/** A key as one text: no two keys have the same. */
export function nameOf({ kind, text, anchors }: PieceKey): string {
  return anchors.length === 0 ? `${kind} ${text}` : `${kind}+${JSON.stringify(anchors)} ${text}`
}

/** Whether the labels of a piece lead where they led when it was parsed. */
export function holds({ labels }: ParsedPiece, definitions: Definitions): boolean {
  for (const [label, line] of labels) if (definitions.get(label) !== line) return false
  return true
}
