const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A number and its noun in the right number: no paper, one paper, two papers, 11 papers. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${SMALL[count] ?? count} ${agreeing(count, singular, plural)}`
}

/** The form of a noun or verb that agrees with a number as {@link counted} writes it: "no paper has", "two papers have". */
export function agreeing(count: number, singular: string, plural: string): string {
  return count < 2 ? singular : plural
}

/** "a" or "an", by the first letter. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`
}

/** A name inside a sentence; in quotation marks where it holds a comma or an "and" of its own. */
export function named(label: string): string {
  return /,|;|&|\b(?:and|or)\b/i.test(label) ? `“${label}”` : label
}

/** The first letter large, unless the word begins a name that is spelled otherwise. */
export function sentence(text: string): string {
  return text.replace(/^(?:no|one|two|three|four|five|six|seven|eight|nine|ten)\b/, (word) => {
    return word.charAt(0).toUpperCase() + word.slice(1)
  })
}
