import { foldLabel, withoutEmoji } from '../../recognise/label.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { findVenue } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'

/**
 * What a heading promises. `papers` is every heading that says nothing else; `dataset`, `tool` and `challenge` may hold
 * papers beside products, `resources` (useful links …) beside anything, `books` and `other` (courses, talks …) seldom do;
 * `none` holds no entries (news, contents, contribution notes …).
 */
export type SectionKind = 'papers' | 'dataset' | 'tool' | 'challenge' | 'books' | 'other' | 'resources' | 'none'

const NONE =
  /^(?:(?:table of )?contents?|toc|outline|menu|catalog(?:ue)?|what s new|(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* |\d{4} )+(?:news|updates?)|news|(?:(?:main|major|recent|latest) )*updates?(?: notes?)?|calls? for (?:papers?|participation|contributions)|change ?logs?|(?:update|version|revision) (?:logs?|history)|release notes?|latest(?: news| updates?)?|announcements?|todos?(?: lists?)?|to dos?(?: lists?)?|roadmap|contribut\w*(?: guide(?:lines)?)?|how to contribute|pull requests?|license|licence|copyright|acknowledge?ments?|credits?|citations?|cite|how to cite|bibtex|contacts?|contact us|about(?: us| this.*)?|maintainers?|contributors?|authors?|star history|stars?|sponsors?|support|notice|legend|notations?|glossary(?: of .*)?|dictionary|terminology|(?:list of )?(?:abbreviations|acronyms)|disclaimer|faq|feedback|community|join us|wechat.*|star(?:gazers)?.*|related (?:awesome )?(?:lists?|repos(?:itories)?|resources?|github.*|awesome.*|links?|projects?)|awesome lists?|other (?:awesome )?(?:lists?|repos(?:itories)?)|useful (?:websites?|repos?)|similar (?:projects|collections|lists)|installation|usage|getting started|quick ?start|requirements?|prerequisites?|目录|(?:最近|近期)?更新(?:日志|记录|说明)?|新闻|最新动态|(?:参与)?贡献(?:指南|者)?|致谢|引用|联系(?:我们|方式)?|交流群|许可证?|更新履歴|お知らせ|目次|ルール|進め方|ライセンス|貢献|謝辞|목차|소식|(?:스터디 )?규칙|진행 (?:방식|방법)|(?:최근 )?업데이트|기여(?: 방법)?|라이선스|감사의 글|sommaire|table des matières|nouveautés|actualités|contribuer|remerciements|licence|inhalt(?:sverzeichnis)?|neuigkeiten|beitragen|mitmachen|danksagung|lizenz|impressum|contenidos?|índice|noticias|novedades|contribuir|agradecimientos|licencia|conteúdo|notícias|novidades|agradecimentos|licença|содержание|оглавление|новости|лицензия|благодарности|المحتويات|الأخبار|المساهمة|الترخيص)$/u
/** Headings that a list may end with, and words of subjects, too. */
const TOPIC = /^(?:feedback|support|community|dictionary|usage|notations?|requirements?)$/
const OTHER =
  /^(?:blogs?(?: posts?)?|(?:introductory |blog )?posts?|blog articles?|courses?|course materials?|lectures?|moocs?|tutorials?|videos?|talks?|video lectures?|talks and .*|tutorials? and .*|slides|people|researchers?|labs?|research(?:ers)? (?:groups?|labs?)|groups?|key researchers.*|jobs?|job (?:opportunities|openings?|offers?)|(?:open|vacant) positions?|vacanc(?:y|ies)|internships?|exhibitions?|events?|(?:related|relevant|upcoming|past)(?: conference)? workshops?|meetups?|podcasts?|newsletters?|websites?|forums?|companies|startups?|products?|applications? and products|commercial.*|misc(?:ellaneous)? links?|learning resources?|(?:resources|advice|tips) for .*|writing|presentations?|external (?:links?|resources?)|websites? and .*|课程|公开课|教程|博客|视频教程|学习资源|学习资料|講義|勉強会|ブログ|リンク集|강의|강좌|블로그|참고 자료|公众号|公司|企业|招聘|채용|求人|cours|tutoriels|offres d emploi|stellen(?:angebote|anzeigen)?|empleos?|vagas|exposiciones|vorlesungen|lehrveranstaltungen|cursos|charlas|blogues|курсы|лекции|блоги|دورات(?: تعليمية)?)$/u
const BOOKS =
  /^(?:(?:my|our|good|great|recommended|favou?rite|further|selected) )*(?:text)?books?(?: (?:and|on|for|about|i|we|to|worth|from|in) .*)?$|^(?:书籍|书单|图书|教材|参考书籍?|書籍|参考書|도서|livres?|ouvrages|(?:lehr|fach)?bücher|libros?|livros?|книги|учебники)$/
const RESOURCES = /^(?:other|useful|helpful) (?:awesome )?(?:links?|resources?)$/
const DATASET =
  /^(?:.*\b)?(?:data ?sets?|data ?bases?(?! (?:systems?|management|engines?|design|tuning|theory|internals|queries|quer\w+)\b)|benchmarks?|corpora|corpus)(?:\b.*)?$|^(?:.*\b)?data(?: (?:and|sources?|resources?|repositor\w+|collections?|links?|lists?|banks?|for)\b.*)?$|数据集|データセット|데이터셋/
const TOOL =
  /^(?:.*\b)?(?:tools?|tool ?(?:box|kit|boxes|kits)|softwares?|librar(?:y|ies)|frameworks?(?: and .*)?|packages?|platforms?|repositories|open ?source.*|code ?bases?|implementations?|projects?|apps?|plugins?|simulators?|demos?)$|工具/
const CHALLENGE =
  /^(?:.*\b)?(?:challenges?|competitions?|contests?|shared tasks?|leaderboards?|hackathons?)(?: .{0,30})?$/

/** "A Dataset for Counting Gulls": an article and several words are of one work, unless it is a list that they name. */
const ONE_WORK =
  /^an? (?!(?:\S+ )?(?:lists?|collections?|sets?|selections?|bunch|few|variety|overview|summary|guide|introduction)\b)\S+ \S+ \S+/

/** What the words of a heading promise. */
export function sectionKind(title: string): SectionKind {
  const whole = foldLabel(withoutEmoji(title))
  const folded = whole.replace(/^\d+(?: \d+)* /, '')
  // "3.1 Feedback" divides a subject.
  const isTopic = /^\d+ \d/.test(whole) && TOPIC.test(folded)
  if (NONE.test(folded) && !isTopic) return 'none'
  if (OTHER.test(folded) || areOther(title)) return 'other'
  if (BOOKS.test(folded)) return 'books'
  if (RESOURCES.test(folded)) return 'resources'
  if (ONE_WORK.test(folded)) return 'papers'
  if (CHALLENGE.test(folded) && folded.split(' ').length <= 5) return 'challenge'
  if (DATASET.test(folded) && folded.split(' ').length <= 6) return 'dataset'
  if (TOOL.test(folded) && folded.split(' ').length <= 5) return 'tool'
  return 'papers'
}

/** "Available courses", "Courses, webinars and blogs": every part says so, whatever stands in front of it. */
function areOther(title: string): boolean {
  const parts = withoutEmoji(title)
    .split(/[,/&]|\band\b/i)
    .map((part) => foldLabel(part.replace(ACRONYM_AHEAD, '')).replace(SUPPLY, ''))
    .filter((part) => part !== '')
  return (
    parts.length > 0 &&
    parts.every((part) => OTHER.test(part) || /^(?:webinars?|books?)$/.test(part)) &&
    !parts.every((part) => /^books?$/.test(part))
  )
}

/** "NLP Courses", "AI4TS Tutorials" */
const ACRONYM_AHEAD = /^\s*\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*\s+(?=\p{L})/u

const SUPPLY = /^(?:(?:available|online|related|recommended|useful|helpful|free|popular|other|some|good|great) )+/

const DATASETS =
  /^(?:\p{L}+(?:ed|able|ing)? ){0,4}(?:data ?sets?|data ?bases?|benchmarks?|corpora|corpus)(?: (?:and |or )?(?:data ?sets?|data ?bases?|benchmarks?|corpora|corpus))*(?: papers?| list)?(?: (?:for|of|in) .+)?$|^(?:公开)?数据集$|^データセット$|^데이터셋$/u

/**
 * Whether the entries under a heading present datasets: "Datasets", "FER databases and benchmarks", "Datasets for video".
 * Not "Datasets and challenges", which holds other things too, nor "Dataset distillation", which is a task.
 */
export function isDatasetSection(title: string): boolean {
  const folded = foldLabel(withoutEmoji(title))
    .replace(/^\d+(?: \d+)* (?=\p{L})/u, '')
    .replaceAll(' & ', ' and ')
  return DATASETS.test(folded) && !/\b(?:on|from|with|beyond|across|using|learning|training|cross)\b/.test(folded)
}

/** Headings that order a list and name no subject: years, venues, kinds of publication, "Others". */
const STRUCTURAL =
  /^(?:(?:other|others|misc|miscellaneous|uncategori[sz]ed|general|more|etc|rest|various|additional)(?: (?:papers?|works?|resources?|topics?|articles?))?|(?:(?:previous|older|old|recent|latest|new|newest|early|earlier|past|classic(?:al)?|seminal|important|must read|mandatory|selected|featured|key|top|main|all|related|research|academic|conference|journal|workshop|arxiv|preprint|published|unpublished|survey|review|representative|key|related) )*(?:papers?|works?|publications?|articles?|literature|list|paper list|reading list|references?|preprints?|arxiv|journals?|conferences?|workshops?|theses|thesis|dissertations?|books?|reports?|tech(?:nical)? reports?)(?: list| collection)?(?: \d{4}.*)?|reviews?|surveys?|overviews?|surveys? (?:and|&|or) (?:reviews?|overviews?|tutorials?|books?)(?: papers?)?|reviews? (?:and|&) surveys?|introductions?|background|basics|older|newer|earlier|recent|preliminar(?:y|ies)|perspectives?|position papers?|resources?|summary|appendix|before.*|after.*|since.*|until.*|\d{4} ?s|论文|综述|其他|論文|서베이|논문|기타|サーベイ|その他|orals?|spotlights?|posters?|highlights?|(?:main|short|long|industry|demo|research|oral|poster|datasets and benchmarks) (?:conference|papers?|track|session)|findings|(?:papers? )?by (?:topic|task|year|date|venue|conference|method|category)(?: and \p{L}+)?|(?:\p{L}+ )?papers by (?:topic|task|year|date|venue|conference|method|category)(?: and \p{L}+)?|syllabus|schedule|readings?|inbox|done|to ?read|unread|queue|wish ?list|summaries|paper summaries|(?:spring|summer|autumn|fall|winter)(?: (?:term|semester))? \d{4}|(?:must|optional|recommended|further|required) reads?(?:ings?)?)$/u

/** Whether a heading stands above a table of contents; what follows it is not inside it. */
export function isContentsHeading(title: string): boolean {
  return /^(?:table of )?contents?$|^(?:toc|index|outline|menu|catalog(?:ue)?|目录|目次|목차)$/.test(
    foldLabel(withoutEmoji(title)),
  )
}

/** Whether a heading says no more than that papers, or notes on them, follow: "List of papers", "Paper notes". */
export function callsPapers(title: string): boolean {
  return /^(?:(?:the )?list of )?papers?(?: (?:list|read|i read|we read|notes|summaries))?$/.test(
    foldLabel(withoutEmoji(title)),
  )
}

/** Whether a heading says that meetings follow, "Workshops", "Robustness Workshops", each with its page, or their papers. */
export function callsMeetings(title: string): boolean {
  return /^(?:\p{L}+ ){0,2}workshops$/u.test(foldLabel(withoutEmoji(title)))
}

/** Whether words order a list by kind of publication or date alone: "Conference", "arXiv", "2021". */
export function ordersOnly(title: string): boolean {
  const folded = foldLabel(withoutEmoji(title))
  return STRUCTURAL.test(folded) || CONTROL.test(folded) || /^[\d\s]*$/.test(folded)
}

/** What a summary is called that only opens and closes its details, or tells of the work above. */
const CONTROL =
  /^(?:toggle|expand|collapse|unfold|fold|show|hide|(?:click|tap)(?: here)?(?: (?:to|for) .*)?|abstracts?|bib ?tex|vocabulary|tl ?dr|(?:show|see|view|read|load) (?:more|all|details|list)|(?:expand|toggle|show) (?:list|papers|all)|展开|点击展开|折叠)$/

/** Whether a heading only orders the list: it is no task. */
export function isStructural(title: string, venues: VenueIndex): boolean {
  const plain = withoutEmoji(title)
    .replace(/\([^)]*\)/g, ' ')
    .trim()
  const folded = foldLabel(plain).replace(/^(?:\d+(?: \d+)*|[一二三四五六七八九十]+) (?=\p{L})/u, '')
  if (folded === '' || /^[\d\s]+$/.test(folded)) return true
  if (
    wholeYear(plain) !== undefined ||
    /^(?:19|20)\d{2}(?:\s*(?:[-–~]|to)\s*(?:(?:19|20)\d{2}|now|present)?)?$/.test(plain)
  )
    return true
  if (STRUCTURAL.test(folded) || sectionKind(plain) !== 'papers') return true
  const venue = findVenue(plain, venues, 'text')
  return venue !== undefined
}
