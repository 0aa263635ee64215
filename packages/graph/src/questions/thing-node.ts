/** Key of the node of a thing that the index knows: a repository's sub-folder stands behind a `#`. */
export function thingNode(id: string): string {
  const end = id.indexOf('#')
  return end === -1 ? id : id.slice(0, end)
}
