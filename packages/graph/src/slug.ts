/**
 * The slug of a display name, the readable half of every key: `+` → `plus`, NFKD, combining marks dropped, lower case
 * free of locale, NFC, every run of other than letters and digits (of any script) → one `-`, trimmed.
 *
 * Empty where the name holds no letter or digit; the caller then needs another source of identity.
 *
 * @example slug('FaceForensics++') // 'faceforensicsplusplus'
 * @example slug('Björn W. Schuller') // 'bjorn-w-schuller'
 */
export function slug(name: string): string {
  // ASCII, the common case, is in every normal form.
  if (/^[ -~]*$/.test(name)) {
    return name
      .replaceAll('+', 'plus')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
  }
  return name
    .replaceAll('+', 'plus')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
