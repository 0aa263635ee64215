/** Key of the node of a thing that the index knows: a repository's sub-folder stands behind a `#`. */
export function thingNode(id: string): string {
  return id.split('#', 1)[0] ?? id
}
