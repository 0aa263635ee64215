import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from './chromium.ts'
import { openMap, openPage, textOf } from './page.ts'
import { answerFor, publishFolder, serveFolder } from './site.ts'

const search = await startChromium()
const PUBLIC = 'https://maps.example.org/field/'
const ALPHA = 'paper:alpha-attention-for-reading-faces'
const TITLE = 'Alpha: Attention for Reading Faces'
const HOSTILE = '<img src=x onerror=alert(1)> & co'

/** Commits a list in three versions: a preprint comes, becomes a conference paper, and a second paper comes. */
function commitVersions(folder: string): void {
  const alpha = `- [${TITLE}](https://arxiv.org/abs/2001.00001), arXiv 2020`
  const beta = '- [Beta: Reading Lists of Today](https://arxiv.org/abs/2001.00002), EMNLP 2021'
  const mended = alpha.replace('arXiv 2020', 'CVPR 2021')
  git(folder, 1, 'init', '-q')
  for (const [i, lines] of [[alpha], [mended], [mended, beta]].entries()) {
    writeFileSync(join(folder, 'README.md'), `# Faces\n\n## Graphs\n\n${lines.join('\n')}\n`)
    git(folder, i + 1, 'add', '-A')
    git(folder, i + 1, 'commit', '-q', '-m', `version ${i + 1}`)
  }
}

function git(cwd: string, day: number, ...args: readonly string[]): string {
  const date = `2023-06-0${day}T12:00:00Z`
  const author = { GIT_AUTHOR_NAME: `Ada ${day}`, GIT_AUTHOR_EMAIL: 'a@x.org' }
  const committer = { GIT_COMMITTER_NAME: 'H', GIT_COMMITTER_EMAIL: 'h@x.org' }
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' }
  const env = { ...process.env, ...author, ...committer, ...dates }
  return execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' })
}

describe.skipIf(search.status === 'missing')('the history of a map', () => {
  let browser: Browser
  let folder: string
  let commits: readonly string[]
  let host: { readonly url: string; readonly close: () => void }

  beforeAll(async () => {
    if (search.status === 'found') browser = search.browser
    folder = mkdtempSync(join(tmpdir(), 'fieldmap-past-'))
    commitVersions(folder)
    commits = git(folder, 3, 'log', '--format=%H', '--reverse').trim().split('\n')
    await publishFolder(folder, 'site', '--history')
    host = await serveFolder(join(folder, 'site'))
  })
  afterAll(async () => {
    await browser?.close()
    host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const lives = (page: Page) => page.locator('field-card .life')

  it('names the commits that brought and changed a paper, and who wrote them', async () => {
    const { page, complaints } = await openPage(browser)
    await openMap(page, `${host.url}#s=${ALPHA}`)
    await lives(page).first().waitFor()
    const lines = (await textOf(lives(page).last())).split('\n')
    const [first = '', second = ''] = commits.map((commit) => commit.slice(0, 10))
    expect(lines[0]).toBe(`First in the list 2023-06-01, ${first}, by Ada 1`)
    expect(lines).toContain(`Venue arXiv → CVPR 2023-06-02, ${second}, by Ada 2`)
    expect(await textOf(page.locator('field-card .since'))).toBe('In the list since 2023-06-01')
    expect(await lives(page).getByRole('link').count()).toBe(0) // no host is known
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('names the commit that brought an edge where its evidence is opened', async () => {
    const { page } = await openPage(browser)
    await openMap(page, `${host.url}#s=${ALPHA}`)
    await lives(page).first().waitFor()
    await page.getByRole('button', { name: 'Says who? CVPR' }).click()
    const proof = page.getByRole('region', { name: 'Says who? CVPR' })
    expect(await textOf(proof.locator('.life'))).toBe(`First stated 2023-06-02, ${commits[1]?.slice(0, 10)}, by Ada 2`)
    await page.context().close()
  })

  it('leads to the commit at the host of the list, and shows hostile names as text', async () => {
    const { page, complaints } = await openPage(browser)
    await answerFor(page, PUBLIC, join(folder, 'site'), (name, text) => {
      if (name === 'history.json') return text.replaceAll('Ada 3', HOSTILE)
      return text.replaceAll('"path":"README.md"', '"path":"README.md","repository":"https://github.com/a/b"')
    })
    await openMap(page, `${PUBLIC}#s=paper:beta-reading-lists-of-today`)
    await lives(page).first().waitFor()
    const [link] = await lives(page).last().getByRole('link').all()
    expect(await link?.getAttribute('href')).toBe(`https://github.com/a/b/commit/${commits[2]}`)
    expect(await textOf(lives(page).last())).toContain(`by ${HOSTILE}`)
    expect(complaints.filter((words) => !words.startsWith(`asked ${PUBLIC}`))).toEqual([])
    await page.context().close()
  })

  it('is asked for only where it was published, and is no error where it is broken', async () => {
    await publishFolder(folder, 'plain')
    expect(readFileSync(join(folder, 'plain', 'index.html'), 'utf8')).not.toContain('history.json')
    const { page } = await openPage(browser)
    await answerFor(page, PUBLIC, join(folder, 'site'), (name, text) => (name === 'history.json' ? '{' : text))
    const answered = page.waitForResponse((response) => response.url().endsWith('history.json'))
    await openMap(page, `${PUBLIC}#s=${ALPHA}`)
    await answered
    expect(await textOf(page.locator('field-card h2'))).toBe(TITLE)
    expect(await lives(page).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'By commit' }).count()).toBe(0)
    await page.context().close()
  })
})
