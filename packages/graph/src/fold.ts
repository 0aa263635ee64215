/**
 * A text as search and comparison see it: compatibility forms and accents folded, lower case free of locale, every run
 * of other than letters and digits one blank, trimmed. Unlike a slug it is not an identity.
 */
export function fold(text: string): string {
  // Most texts; the same, without what only other letters need.
  if (/^[ -~]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
