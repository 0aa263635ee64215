// Makes larger lists of the seeds for benchmarks: every copy has titles, identifiers, repositories and people of its own.
/**
 * @param {readonly {path: string, text: string}[]} lists
 * @param {number} copies how many times the lists are repeated, ≥ 1
 */
export function generateLists(lists, copies) {
  return lists.flatMap((list) =>
    Array.from({ length: copies }, (_, copy) => ({
      ...list,
      path: `${copy}/${list.path}`,
      text: copy === 0 ? list.text : vary(list.text, copy),
    })),
  )
}

/** Replaces words of titles and parts of addresses by variants that only this copy has. */
function vary(text, copy) {
  const mark = letters(copy)
  return text
    .replace(
      /(\d{4}\.)(\d{5})/g,
      (_, month, number) => month + String((Number(number) + copy * 7919) % 100000).padStart(5, '0'),
    )
    .replace(/(document\/|arnumber=)(\d+)/g, (_, lead, number) => `${lead}${Number(number) + copy * 10_000_019}`)
    .replace(/(10\.\d{4,}\/[\w.]*?)(\d+)/g, (_, lead, number) => `${lead}${number}${copy}`)
    .replace(/\/file\/[0-9a-f]{6}/g, () => `/file/${String(copy).padStart(6, '0')}`)
    .replace(/papers\/(\d{6,})\.pdf/g, (_, number) => `papers/${number}${copy}.pdf`)
    .replace(/(pii\/S\d{8})\d{4}/g, (_, lead) => lead + String(copy).padStart(4, '0'))
    .replace(/(\/v\d+\/[a-z]+)(\d{2}[a-z])/g, (_, lead, tail) => `${lead}${mark}${tail}`)
    .replace(/(article\/view\/)(\d+)/g, (_, lead, number) => `${lead}${Number(number) + copy * 1_000_003}`)
    .replace(/(\d{4}-\d{4}\/\d+\/\d+\/)(\d+)/g, (_, lead, number) => `${lead}${number}${copy}`)
    .replace(/github\.com\/([\w.-]+)\//g, (_, owner) => `github.com/${owner}-${mark}/`)
    .replace(
      /^(\| \[|.*?\*\*)(.+?)(?=\]\(|\*\*)/gm,
      (_, lead, title) => lead + title.replace(/\p{L}{5,}/gu, (word) => word + mark),
    )
    .replace(/_(CVPR|ICCV|WACV|ACCV)_(\d{4})_paper/g, (_, venue, year) => `_${mark}_${venue}_${year}_paper`)
}

function letters(number) {
  // Long enough that no two copies look like typing errors of each other.
  let rest = number * 456_976 + ((number * 7919) % 456_976)
  let word = ''
  while (rest > 0) {
    word = String.fromCharCode(97 + (rest % 26)) + word
    rest = Math.floor(rest / 26)
  }
  return word
}
