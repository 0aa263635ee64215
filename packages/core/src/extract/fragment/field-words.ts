/** Words of what is no paper: books, courses, talks, posts and the sites that hold them. */
export const PRODUCTS: RegExp =
  /\b(?:text)?books?\b|\bcourses?\b|\blectures?\b(?! notes in\b)|\btalks?\b|\btutorials?(?: slides)?\b|\bslides\b|\bblog(?: ?post)?\b|\bpodcast\b|^(?:youtube|github|website|web ?page|hugging ?face|kaggle|medium|twitter)(?:[ ,]+(?:19|20)\d{2})?$|\bwebinar\b|\bnewsletter\b|出版社/i

/** What lists put in brackets beside a title that names no publication and nobody; folded. */
export const TAGS: RegExp =
  /^(?:oral|spotlight|poster|highlight|survey|review|new|hot|must read|best paper.*|award|code|pdf|paper|dataset|benchmark|workshop|recommended|star|note|update[ds]?)$/
