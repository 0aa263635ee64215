import { parseArgs } from 'node:util'
import { CliError } from './cli-error.ts'

/** One option of a command; help and parsing come from here alone. */
export interface Flag {
  readonly name: string
  readonly value?: string
  readonly many?: true
  readonly help: string
}

/** One command. */
export interface CommandSpec {
  readonly name: string
  /** What stands behind the name in a call. */
  readonly operands: string
  readonly help: string
  readonly flags: readonly Flag[]
}

const AT: Flag = {
  name: 'at',
  value: 'REV',
  help: 'read the sources from this revision: commit, tag, branch, HEAD~3, or a day (2023-06-01)',
}
const FILE: Flag = {
  name: 'file',
  value: 'GLOB',
  many: true,
  help: 'the files of a repository to read as lists (default: its README)',
}
const GRAPH: Flag = {
  name: 'graph',
  value: 'DIR',
  help: 'folder with graph.json and map.json of a build (default: ./fieldmap-out, else the default source is built)',
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
const ASK: readonly Flag[] = [GRAPH, ...FILTERS, PRETRAINING, LIMIT]

/** Flags that every command takes. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'json', help: 'print JSON on standard output; messages go to standard error' },
  { name: 'verbose', help: 'print every finding and the time of each stage' },
  { name: 'fail-on', value: 'error|warning', help: 'exit with 1 if there are findings at or above this severity' },
  { name: 'help', help: 'print this help' },
]

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'build',
    operands: '[SOURCE…]',
    help: 'reads lists and writes graph.json, map.json and report.json',
    flags: [
      AT,
      FILE,
      { name: 'out', value: 'DIR', help: 'folder for the files (default: ./fieldmap-out)' },
      {
        name: 'history',
        help: 'also writes history.json: when every node and edge came, changed and went, and by whom',
      },
      { name: 'site', value: 'DIR', help: 'also writes the map as a static site that any host or sub-path can serve' },
      { name: 'cache', help: "keeps what was parsed in the repository's git directory; safe to delete" },
      { name: 'watch', help: 'writes the files again after every change of a source, until stopped' },
    ],
  },
  {
    name: 'view',
    operands: '[SOURCE…]',
    help: 'builds, serves the map on 127.0.0.1, and builds again when a source changes',
    flags: [
      AT,
      FILE,
      { name: 'port', value: 'N', help: 'port to serve on (default: 8137, or the next that is free)' },
      { name: 'no-open', help: 'do not open a browser' },
    ],
  },
  {
    name: 'export',
    operands: '',
    help: 'writes a view as one page that holds everything, or as a picture',
    flags: [
      { name: 'format', value: 'html|svg|png', help: 'one self-contained page, or a picture' },
      { name: 'state', value: 'HASH', help: 'what is shown: the part of a link to the map behind "#" (default: home)' },
      { name: 'out', value: 'FILE', help: 'the file to write (default: ./map.html, .svg or .png)' },
      { name: 'width', value: 'N', help: 'width of the picture in pixels (default: 1280)' },
      { name: 'height', value: 'N', help: 'height of the picture in pixels (default: 720)' },
      { name: 'scale', value: 'N', help: 'pixels of the PNG for each pixel of the picture (default: 1)' },
      { name: 'theme', value: 'light|dark', help: 'colours (default: those of the state, else light)' },
      { name: 'transparent', help: 'a picture without ground' },
      GRAPH,
    ],
  },
  {
    name: 'harvest',
    operands: '[SOURCE]',
    help: 'reads which data sets the linked code repositories use, as evidence to review and commit',
    flags: [
      AT,
      FILE,
      { name: 'out', value: 'DIR', help: 'folder for the files (default: evidence beside fieldmap.yml)' },
      {
        name: 'cache',
        value: 'DIR',
        help: 'folder for what is fetched; safe to delete (default: the cache folder of the user)',
      },
      { name: 'refresh', help: 'ask the hosts again for what the cache holds' },
      { name: 'max-mb', value: 'N', help: 'cut a repository off that takes more (default: 50)' },
      { name: 'timeout', value: 'SECONDS', help: 'cut a fetch off that takes longer (default: 120)' },
      { name: 'parallel', value: 'N', help: 'fetches at a time, 1 to 4 (default: 3)' },
      { name: 'allow-file', help: 'addresses may lead to repositories on this machine' },
    ],
  },
  {
    name: 'history',
    operands: '[SOURCE…]',
    help: 'lists the commits that changed the graph, with what each added, changed and removed',
    flags: [AT, FILE, { name: 'limit', value: 'N', help: 'only the newest commits (default: all)' }],
  },
  {
    name: 'diff',
    operands: 'A [B [SOURCE]]',
    help: 'says what changed in the graph between two revisions or builds (default B: the files as they are)',
    flags: [FILE, { name: 'markdown', help: 'print Markdown, for the description or summary of a pull request' }],
  },
  {
    name: 'show',
    operands: 'NODE',
    help: 'says what is known of a paper, dataset, venue, author …, and who says so',
    flags: [GRAPH],
  },
  {
    name: 'neighbors',
    operands: 'NODE',
    help: 'lists what a node is connected to, with the evidence of each edge',
    flags: [GRAPH, { name: 'depth', value: 'N', help: 'edges to walk, 1 to 3 (default: 1)' }, ...FILTERS],
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

/** A call taken apart. */
export interface Call {
  readonly command: CommandSpec
  readonly operands: readonly string[]
  readonly options: Options
}

/** The flags of a call by name. */
export interface Options {
  readonly has: (name: string) => boolean
  readonly value: (name: string) => string | undefined
  readonly values: (name: string) => readonly string[]
}

/**
 * Takes a command line apart.
 *
 * @throws {CliError} for an unknown command or flag, or a flag without its value.
 */
export function parseCall(argv: readonly string[]): Call {
  const [name, ...rest] = argv
  const command = COMMANDS.find((spec) => spec.name === name)
  if (command === undefined) {
    throw new CliError(
      `There is no command "${name ?? ''}".`,
      `Commands: ${COMMANDS.map((spec) => spec.name).join(', ')}. See fieldmap --help.`,
    )
  }
  const flags = [...command.flags, ...COMMON_FLAGS]
  const options = Object.fromEntries(
    flags.map((flag) => [
      flag.name,
      { type: flag.value === undefined ? ('boolean' as const) : ('string' as const), multiple: flag.many === true },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true })
    return { command, operands: positionals, options: optionsOf(values) }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? error.message) : String(error)
    throw new CliError(`${message.replace(/\.$/, '')}.`, `See fieldmap ${command.name} --help.`)
  }
}

function optionsOf(values: Readonly<Record<string, unknown>>): Options {
  const list = (name: string): readonly string[] => {
    const value = values[name]
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
    return typeof value === 'string' ? [value] : []
  }
  return { has: (name) => values[name] !== undefined, value: (name) => list(name).at(-1), values: list }
}

/** The help of one command, or of all. */
export function helpText(command?: CommandSpec): string {
  if (command === undefined) {
    const width = Math.max(...COMMANDS.map(({ name, operands }) => `${name} ${operands}`.length))
    const lines = COMMANDS.map(({ name, operands, help }) => `  ${`${name} ${operands}`.padEnd(width)}  ${help}`)
    return [
      'fieldmap: the knowledge graph of a research field, from its reading lists in git',
      '',
      ...lines,
      '',
      'fieldmap COMMAND --help says more. SOURCE: a folder with fieldmap.yml, a Markdown file, a git',
      'repository or its address. SET: a task, a venue, a dataset or another node; community:ID,',
      'year:2020..2022 or list:PATH. Put names with blanks in quotation marks.',
      'Exit codes: 0 done, 1 findings (--fail-on), 2 wrong call or input.',
      '',
    ].join('\n')
  }
  const flags = [...command.flags, ...COMMON_FLAGS].map((flag) => ({
    shown: `--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`,
    help: flag.help,
  }))
  const width = Math.max(...flags.map(({ shown }) => shown.length))
  return [
    `fieldmap ${command.name} ${command.operands}`,
    `  ${command.help}`,
    '',
    ...flags.map(({ shown, help }) => `  ${shown.padEnd(width)}  ${help}`),
    '',
  ].join('\n')
}
