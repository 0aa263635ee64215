import { parseFlags } from '@fieldmap/core'
import { type Flag, QUESTIONS } from '@fieldmap/graph'
import { CliError } from './cli-error.ts'

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

/** What a brief can be written as. */
const BRIEF_TOUR: readonly Flag[] = [
  { name: 'tour', help: 'write it as a tour: a step for each sentence, with its evidence as notes' },
  { name: 'out', value: 'FILE', help: 'the file to write the tour to (default: standard output)' },
]

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
      { name: 'history', help: 'reads the history of the sources, too: cards say which commit brought each statement' },
      { name: 'port', value: 'N', help: 'port to serve on (default: 8137, or the next that is free)' },
      { name: 'no-open', help: 'do not open a browser' },
    ],
  },
  {
    name: 'export',
    operands: '',
    help: 'writes a view as one page that holds everything or as a picture, or a tour as a deck or as pictures',
    flags: [
      {
        name: 'format',
        value: 'html|svg|png|reveal|pptx',
        help: 'one self-contained page, a picture, or a deck of a tour for the browser or for PowerPoint',
      },
      { name: 'state', value: 'HASH', help: 'what is shown: the part of a link to the map behind "#" (default: home)' },
      {
        name: 'tour',
        value: 'FILE',
        help: 'the tour (Markdown) to make a deck or pictures of (default: that of fieldmap.yml)',
      },
      {
        name: 'out',
        value: 'FILE',
        help: 'the file to write (default: ./map.html, ./tour.pptx …), of pictures of a tour the folder',
      },
      { name: 'width', value: 'N', help: 'width of the picture in pixels (default: 1280, with --slide 1920)' },
      { name: 'height', value: 'N', help: 'height of the picture in pixels (default: 720, with --slide 1080)' },
      { name: 'scale', value: 'N', help: 'pixels of the PNG for each pixel of the picture (default: 1)' },
      { name: 'slide', help: 'a picture for a slide: at most 12 names, all text readable from the back' },
      { name: 'theme', value: 'light|dark', help: 'colours (default: those of the state, else light)' },
      { name: 'legend', help: 'says at the foot of the picture what its marks mean' },
      { name: 'no-credit', help: 'leaves out whose map it is' },
      { name: 'transparent', help: 'a picture without ground' },
      GRAPH,
    ],
  },
  {
    name: 'tour',
    operands: 'check [TOUR.md] [SOURCE…]',
    help: 'says which steps of a tour name what is not in the graph, and what it became; exits with 1 for errors',
    flags: [AT, FILE, GRAPH],
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
  ...QUESTIONS.map(({ flags, ...question }) => ({
    ...question,
    flags: [GRAPH, ...flags, ...(question.name === 'brief' ? BRIEF_TOUR : [])],
  })),
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
  const parsed = parseFlags([...command.flags, ...COMMON_FLAGS], rest)
  if (!parsed.ok) throw new CliError(`${parsed.message}.`, `See fieldmap ${command.name} --help.`)
  return { command, operands: parsed.operands, options: optionsOf(parsed.flags) }
}

function optionsOf(flags: Readonly<Record<string, readonly string[]>>): Options {
  const values = (name: string): readonly string[] => flags[name] ?? []
  return { has: (name) => flags[name] !== undefined, value: (name) => values(name).at(-1), values }
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
