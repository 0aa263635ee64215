import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const remark = unified().use(remarkParse).use(remarkGfm).freeze()

/** The blocks that remark sees in a text, without lines and columns. */
export function remarkTree(text: string): unknown {
  return offsetsOnly(remark.parse(text).children)
}

/** A tree without lines and columns. */
export function offsetsOnly(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'line' || key === 'column' ? undefined : value)))
}
