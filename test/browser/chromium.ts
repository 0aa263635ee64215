import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

/** A browser to test in, or why there is none. */
export type ChromiumSearch =
  | { readonly status: 'found'; readonly browser: Browser; readonly from: string }
  | { readonly status: 'missing'; readonly message: string }

interface Candidate {
  readonly from: string
  readonly executable: () => Promise<{ readonly path: string; readonly env?: Readonly<Record<string, string>> }>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** No sandbox, as containers give none; WebGL in software, the same everywhere; nothing asked of the network. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/**
 * Starts the first Chromium that runs: `FIELDMAP_CHROMIUM`, one of the system, the one inside `@sparticuz/chromium`.
 * With `CI` set there must be one.
 *
 * @throws where `CI` is set and none runs.
 */
export async function startChromium(): Promise<ChromiumSearch> {
  const failures: string[] = []
  for (const { from, executable } of candidates()) {
    try {
      const { path, env = {} } = await executable()
      const browser = await chromium.launch({
        executablePath: path,
        args: ARGUMENTS,
        env: { ...environment(), ...env },
      })
      return { status: 'found', browser, from }
    } catch (cause) {
      failures.push(`  ${from}: ${String(cause instanceof Error ? cause.message : cause).split('\n', 1)[0]}`)
    }
  }
  const message = [
    'No Chromium runs here, so the tests in a real browser were skipped: page, search, card, permalinks, fallback.',
    ...failures,
    'Install one (Debian: apt-get install chromium), or set FIELDMAP_CHROMIUM to the path of one.',
  ].join('\n')
  if (process.env.CI !== undefined && process.env.CI !== '') throw new Error(message)
  console.warn(message)
  return { status: 'missing', message }
}

function candidates(): readonly Candidate[] {
  const given = process.env.FIELDMAP_CHROMIUM
  if (given !== undefined && given !== '') {
    return [{ from: 'FIELDMAP_CHROMIUM', executable: async () => ({ path: given }) }]
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const paths = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), mac].filter(existsSync)
  return [
    ...paths.map((path) => ({ from: path, executable: async () => ({ path }) })),
    { from: '@sparticuz/chromium', executable: packagedChromium },
  ]
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` under node_modules/.cache. It is made for AWS Lambda: only where it
 * believes to run there does it also unpack the libraries that a bare Debian lacks (nss, nspr, expat), and it unpacks to
 * the folder for temporary files. So both are set while it is loaded, and its libraries are given to the launch alone.
 */
async function packagedChromium(): Promise<{ path: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it holds a Chromium for Linux x64 only')
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const before = { ...process.env }
  try {
    process.env.TMPDIR = folder
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
    const { default: packaged } = await import('@sparticuz/chromium')
    const path = await packaged.executablePath()
    const libraries = [join(folder, 'al2023', 'lib'), before.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
    return { path, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig(folder) } }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** Names the font that the package holds where it lies now; without any font Chromium shows no text, not even in ours. */
function fontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const fonts = join(folder, 'fonts', 'fonts')
  writeFileSync(
    file,
    `<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
  )
  return file
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
