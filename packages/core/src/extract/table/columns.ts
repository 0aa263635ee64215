import { foldLabel } from '../../recognise/label.ts'

/** What a column of a table holds; `other` is read like running text, `ignore` not at all. */
export type ColumnRole =
  | 'title'
  | 'venue'
  | 'year'
  | 'authors'
  | 'importance'
  | 'links'
  | 'code'
  | 'paper'
  | 'organization'
  | 'other'
  | 'ignore'

interface HeaderName {
  readonly role: ColumnRole
  /** Among several columns of a role the highest counts. */
  readonly weight: number
}

const NAMES: readonly (readonly [RegExp, ColumnRole, number])[] = [
  [
    /^(?:titles?|paper titles?|title of (?:the )?(?:paper|article)|paper names?|article titles?|publication titles?|标题|题目|論文名|论文标题|论文名称|제목|タイトル|título|titre|titel|titolo|título do artigo|tytuł|başlık|judul|название|заголовок|tiêu đề)$/,
    'title',
    5,
  ],
  [
    /^(?:papers?|articles?|works?|publications?|literature|references?|论文|論文|논문|文章|artículos?|artigos?|articol[oi]|artikel|статьи|статья|makale|paper and (?:code|link)|paper links?)$/,
    'title',
    4,
  ],
  [/^(?:names?|project names?|名称)$/, 'title', 3],
  [
    /^(?:methods?|models?|approach(?:es)?|algorithms?|method names?|model names?|networks?|systems?|frameworks?|techniques?|acronyms?|abbreviations?|abbr|short names?|nicknames?|方法|模型)$/,
    'title',
    2,
  ],
  [
    /^(?:venues?|conf|confs|conferences?|journals?|conferences? journals?|j c|c j|journals? conferences?|journals? (?:and|or) conferences?|pub|pubs|pub info|published|published (?:in|at)|publish|publishers?|publication venues?|where|sources?|booktitle|proceedings|venues? year|venue and year|venue date|conference year|会议|期刊|会议期刊|发表|出处|发表于|発表|会議|学会|雑誌|掲載|학회|학술지|revistas?|conferencias?|congresos?|conferências?|conférences?|revues?|conferenz[ae]|rivist[ae]|konferenz(?:en)?|tagung|zeitschrift|konferans|dergi|konferensi|jurnal|конференция|журнал|hội nghị|tạp chí|accepted|accepted (?:by|at|to))$/,
    'venue',
    4,
  ],
  [
    /^(?:years?|dates?|pub ?dates?|publication (?:dates?|years?)|published dates?|published on|time|when|submitted|submission date|release(?:d| date)?|arxiv date|年份|年|日期|时间|año|ano|année|jahr|anno|rok|yıl|tahun|год|năm|연도|발행연도)$/,
    'year',
    4,
  ],
  [
    /^(?:authors?|first authors?|author s|作者|저자|著者|autor(?:es|en)?|auteurs?|autori|autore|autorzy|yazarlar|penulis|авторы?|tác giả)$/,
    'authors',
    4,
  ],
  [/^(?:impact|importance|stars?|recommendation|recommended|rating|score|重要性|推荐)$/, 'importance', 4],
  [
    /^(?:codes?|github|repo|repos|repository|repositories|source|source codes?|implementations?|code links?|code repositor(?:y|ies)|official codes?|github links?|code github|code url|pytorch|tensorflow|framework code|代码|源码|コード|코드|código|codice|kod|код|mã nguồn)$/,
    'code',
    4,
  ],
  [
    /^(?:links?|urls?|resources?|project|projects|project (?:pages?|links?)|pages?|website|websites|web|sites?|homepage|demo|materials?|paper code|code paper|paper code links?|misc|more|others?|download|data|datasets? links?|video|slides|videos|poster|bibtex|supp|链接|地址|主页|项目|enlaces?|liens?|verknüpfung|ссылк[аи]|bağlantı|tautan|liên kết|リンク|링크)$/,
    'links',
    3,
  ],
  [
    /^(?:pdf|paper pdf|arxiv|doi|arxiv links?|paper urls?|pdf links?|preprint|openreview|论文链接|publication links?)$/,
    'paper',
    4,
  ],
  [
    /^(?:institutions?|institutes?|affiliations?|organi[sz]ations?|orgs?|company|companies|team|teams|labs?|groups?|universit(?:y|ies)|机构|单位)$/,
    'organization',
    4,
  ],
  [/^(?:no|nr|num|number|id|index|idx|rank|s no|sl no|sr no|序号|编号|\d*)$/, 'ignore', 4],
  [
    /^(?:abstracts?|presenters?|speakers?|discussants?|discussion leads?|leads?|readers?|hosts?|moderators?|scribes?|assignments?|homeworks?|hw|due(?: dates?)?|deadlines?|rooms?|locations?|countr(?:y|ies)|regions?|resolutions?|image (?:size|pairs)|class(?:es)?|summary|summaries|tl ?dr|descriptions?|notes?|comments?|remarks?|details|contributions?|highlights?|key ?words?|tags?|overview|key ideas?|main ideas?|type|types|category|categories|tasks?|topics?|datasets?|data ?sets?|db|data ?bases?|data ?sets? used|benchmarks?|metrics?|results?|performance|backbone|architecture|modality|modalities|input|output|loss|objectives?|parameters|params|size|license|licence|language|languages|citations?|cited by|cites|framework|domain|field|area|摘要|备注|简介|关键词|任务|数据集|类型|(?:핵심 |주요 )?(?:주제|내용|키워드)|분야|요약|설명|비고|난이도|우선순위|概要|要約|備考|分野|キーワード|カテゴリー?|temas?|resumen|resumo|descripción|descrição|palabras clave|palavras chave|notas?|тема|описание|ключевые слова)$/,
    'ignore',
    4,
  ],
]

/** What a header promises; `undefined` for words that no table knows. */
export function headerRole(header: string): HeaderName | undefined {
  const folded = foldLabel(header)
  if (folded === '') return header.includes('#') ? { role: 'ignore', weight: 4 } : undefined
  const bare = folded.replace(/ \d+$/, '')
  for (const [pattern, role, weight] of NAMES) {
    if (pattern.test(folded) || pattern.test(bare)) return { role, weight }
  }
  const words = bare.split(' ')
  if (words.length > 1 && words.length <= 4) {
    // "Paper (link)", "Code / Project", "Venue & Year": the first word that promises something.
    for (const word of words) {
      const single = headerRole(word)
      if (single !== undefined && single.role !== 'ignore') return { ...single, weight: single.weight - 1 }
    }
  }
  return undefined
}
