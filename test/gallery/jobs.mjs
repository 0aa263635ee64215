// What the gallery shows: for each job the state that it begins with, and what a person does then.

/**
 * The jobs, with the busiest things of a graph in them.
 *
 * @param {import('@fieldmap/graph').FieldGraph} graph
 */
export function JOBS(graph) {
  const [task, otherTask] = busiest(graph, 'task', 'addresses')
  const [dataset, second, third] = busiest(graph, 'dataset', 'uses')
  const paper = busiestPaper(graph)
  return [
    {
      name: 'home',
      title: 'See the field at a glance',
      words: 'Subfields as regions, as large as their papers are many, with what connects them.',
    },
    {
      name: 'between',
      title: 'How do two subfields connect?',
      words: 'What the two have in common, counted, the rarest first.',
      hash: `s=${task},${otherTask}`,
    },
    {
      name: 'shared-paper',
      title: 'Which papers share datasets with this one?',
      words: 'The papers, ranked, with the datasets named on the connection.',
      hash: `s=${paper}&l=shared`,
    },
    {
      name: 'datasets-all',
      title: 'Which papers use all of these datasets?',
      words: 'Papers that are known to use each of them.',
      hash: `s=${dataset},${second}&l=shared`,
    },
    {
      name: 'datasets-any',
      title: 'Which papers use any of them?',
      words: 'One of the datasets is enough.',
      hash: `s=${dataset},${second}&l=shared&m=any`,
    },
    {
      name: 'datasets-not',
      title: 'Which use this dataset but not that?',
      words: 'What is not known is never taken as no.',
      hash: `s=${dataset}&l=shared&not=${third}`,
    },
    {
      name: 'start-here',
      title: 'Where do I start?',
      words: 'Surveys, mandatory and important papers with code, each with the reason.',
      hash: `s=${otherTask}`,
      act: async (page) => {
        const section = page.getByRole('region', { name: 'Start here' })
        if ((await section.count()) > 0) await section.scrollIntoViewIfNeeded()
      },
    },
    {
      name: 'around',
      title: 'Look around one thing',
      words: 'A paper amid what it is connected to; arrow keys walk on.',
      hash: `s=${paper}`,
    },
    {
      name: 'says-who',
      title: 'Says who?',
      words: 'The words, the file and the line behind every statement.',
      hash: `s=${paper}`,
      act: async (page) => {
        const button = page.getByRole('button', { name: /^Says who\?/ }).first()
        await button.click()
        await button.scrollIntoViewIfNeeded()
      },
    },
    {
      name: 'find',
      title: 'Find',
      words: 'One box over titles, authors, venues, datasets and tasks; typing errors are forgiven.',
      act: async (page) => {
        await page.keyboard.press('/')
        await page.keyboard.type('expresion')
      },
    },
    {
      name: 'narrow',
      title: 'Narrow',
      words: 'Filters combine, and each says how many papers remain.',
      hash: 'code=1&y=2020..&p=ask',
    },
    {
      name: 'list',
      title: 'Read it as a list',
      words: 'A table of what is shown, to sort and to save.',
      hash: 'p=list',
    },
    {
      name: 'share',
      title: 'Share',
      words: 'A link, code to embed, the picture, a slide.',
      hash: `s=${dataset}`,
      act: (page) => page.getByRole('button', { name: 'Share', exact: true }).click(),
    },
    {
      name: 'slide',
      title: 'To slide',
      words: '16:9, at most twelve names, readable from the back of the room.',
      hash: `s=${task}`,
      sizes: { slide: [1920, 1080] },
      act: savedSlide,
    },
  ]
}

/** The nodes of a kind that most edges of another kind lead to, ties by key. */
function busiest(graph, kind, relation) {
  const count = (key) => graph.filterInEdges(key, (_, edge) => edge.kind === relation).length
  return sorted(
    graph.filterNodes((_, node) => node.kind === kind),
    count,
  )
}

/** The paper whose datasets most other papers use: it has something to share. */
function busiestPaper(graph) {
  const users = (dataset) => graph.filterInEdges(dataset, (_, edge) => edge.kind === 'uses').length - 1
  const count = (key) =>
    graph
      .filterOutEdges(key, (_, edge) => edge.kind === 'uses')
      .reduce((sum, edge) => sum + users(graph.target(edge)), 0)
  return sorted(
    graph.filterNodes((_, node) => node.kind === 'paper'),
    count,
  )[0]
}

function sorted(keys, count) {
  return keys.toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
}

/** The slide that Share saves, alone in a page. */
async function savedSlide(page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save slide as PNG' }).click(),
  ])
  const shown = await page.context().newPage()
  await shown.goto(`file://${await download.path()}`).catch(() => undefined)
  return shown
}
