/** One option of a command; help and parsing come from it alone. */
export interface Flag {
  readonly name: string
  /** What its value is called in the help; none for a flag that takes no value. */
  readonly value?: string
  readonly many?: true
  readonly help: string
}

/** A question that can be asked of a graph, in the words of the command. */
export interface QuestionSpec {
  readonly name: string
  /** What stands behind the name in a call. */
  readonly operands: string
  readonly help: string
  readonly flags: readonly Flag[]
}

/** Which papers a question is about. */
const FILTERS: readonly Flag[] = [
  { name: 'task', value: 'NODE', many: true, help: 'only papers of this task, or of one of several' },
  { name: 'community', value: 'ID', many: true, help: 'only papers of this community of the map (its id or name)' },
  { name: 'venue', value: 'NODE', many: true, help: 'only papers of this venue' },
  { name: 'dataset', value: 'NODE', many: true, help: 'only papers known to use this dataset' },
  { name: 'list', value: 'PATH', many: true, help: 'only papers that this list names' },
  { name: 'year', value: 'YEARS', help: 'only papers of these years: 2021, 2020..2022, 2020.. or ..2022' },
  { name: 'with-code', help: 'only papers with code' },
  { name: 'tier', value: 'A|B|C', help: 'count dataset evidence of this tier or better (default: all)' },
]
const PRETRAINING: Flag = { name: 'pretraining', help: 'count datasets used for pretraining only, too' }
const LIMIT: Flag = { name: 'limit', value: 'N', help: 'most answers (default: 20, with --json all)' }
const ASK: readonly Flag[] = [...FILTERS, PRETRAINING, LIMIT]

/** All questions, for the command and for tours alike. */
export const QUESTIONS: readonly QuestionSpec[] = [
  {
    name: 'show',
    operands: 'NODE',
    help: 'says what is known of a paper, dataset, venue, author …, and who says so',
    flags: [],
  },
  {
    name: 'neighbors',
    operands: 'NODE',
    help: 'lists what a node is connected to, with the evidence of each edge',
    flags: [{ name: 'depth', value: 'N', help: 'edges to walk, 1 to 3 (default: 1)' }, ...FILTERS, LIMIT],
  },
  {
    name: 'search',
    operands: 'WORDS…',
    help: 'finds nodes by titles, names, authors, venues and aliases',
    flags: ASK,
  },
  {
    name: 'shared',
    operands: 'PAPER | DATASET…',
    help: 'lists the papers that share datasets with a paper, or that use all of some datasets',
    flags: [
      { name: 'any', help: 'one of the datasets is enough' },
      { name: 'not', value: 'DATASET', many: true, help: 'only papers not known to use this dataset' },
      { name: 'all', help: 'do not fold papers that share only the commonest datasets' },
      ...ASK,
    ],
  },
  {
    name: 'datasets',
    operands: '[SET]',
    help: 'counts the papers that use each dataset, by task and year, and says which are used together',
    flags: ASK,
  },
  {
    name: 'between',
    operands: 'SET SET',
    help: 'lists the papers, datasets, authors, repositories, tasks and venues that connect two sets of papers',
    flags: ASK,
  },
  {
    name: 'path',
    operands: 'NODE NODE',
    help: 'explains how two nodes are connected, by short ways through things that few have',
    flags: ASK,
  },
  {
    name: 'start',
    operands: '[SET]',
    help: 'says where to begin: surveys, mandatory papers, important ones with code, and why',
    flags: ASK,
  },
  {
    name: 'brief',
    operands: '[SET]',
    help: 'says up to six true things about a set of papers, each with its evidence',
    flags: ASK,
  },
]
