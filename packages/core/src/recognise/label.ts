/** A short text as labels are compared: folded, emoji and punctuation gone, blanks single. Keeps letters of any script. */
export function foldLabel(text: string): string {
  if (/^[ -~]*$/.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()
  }
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** Emoji, pictographs and their joiners. */
export const EMOJI: RegExp =
  /(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\u{20E3}|[\u{1F1E6}-\u{1F1FF}]|[\u{1F3FB}-\u{1F3FF}])+/gu

/** A text without emoji, with single blanks. */
export function withoutEmoji(text: string): string {
  return text
    .replace(EMOJI, ' ')
    .replace(/:[a-z][a-z0-9_+-]{2,40}:/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
