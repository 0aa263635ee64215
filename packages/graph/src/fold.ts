/**
 * A text as search and comparison see it: compatibility forms and accents folded, lower case free of locale, every run
 * of other than letters and digits one blank, trimmed. Unlike a slug it is not an identity.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
