/** Hands a file to the reader's downloads. Nothing leaves the browser. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers begin to read after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name for a file from a title: letters and digits, with hyphens. */
export function fileName(title: string, extension: string): string {
  const stem = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${stem || 'map'}.${extension}`
}
