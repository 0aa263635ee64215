// The questions that test/bench/questions.mjs times, by name: each in its plain form, with filters of every kind, and of the
// nodes for which most is to be done.

/** First answers that are asked for. */
export const limit = 50

/**
 * @param graph `@fieldmap/graph`, whose functions are asked. @param field an index of a generated field and what else is made of it.
 * @returns a function for each question, by its name.
 */
export function questionTable(graph, { index, search, finder, projection }) {
  const { betweenSets, brief, datasetUse, filterOfNode, neighbors, pathsBetween } = graph
  const { paperSet, papersWithDatasets, sharedWithPaper, whereToStart } = graph
  const largest = Object.fromEntries(
    ['task', 'dataset', 'author', 'repository', 'venue'].map((channel) => [channel, bySize(index, channel)]),
  )
  /** The paper with most datasets, for which most is to be summed, and the first with one. */
  const uses = lengths(index.incidence('dataset').things)
  const busiest = index.papers[uses.indexOf(uses.reduce((a, b) => Math.max(a, b), 0))]
  const other = index.papers[uses.indexOf(1)]
  const people = index.incidence('author').keys
  const [someone, another] = [people[people.length >> 2], people[people.length >> 1]]
  /** Two people on one paper each, and a paper that nothing joins to others. */
  const [rare, rarer] = largest.author.slice(-2)
  const island = 'paper:an-island'
  const [small, smaller] = largest.task.slice(-largest.task.length / 2)
  const task = 'task:task-0'
  const set = (key, more = {}) => ({ label: key, key, filter: { ...filterOfNode(index, key), ...more } })
  /** A paper of little more than a task and a venue, and two people of one paper, of whom one has no other. */
  const bare = index.papers.find((paper) => index.graph.degree(paper) === 2) ?? other
  const alone = people.find((key) => index.graph.degree(key) === 1) ?? rare
  const coauthor = index.graph
    .outNeighbors(index.graph.neighbors(alone)[0])
    .find((key) => people.includes(key) && key !== alone)
  const filters = {
    '--task': { tasks: [task] },
    '--venue': { venues: [largest.venue[0]] },
    '--year': { years: { from: 2015 } },
    '--with-code': { withCode: true },
    '--tier A': { tier: 'A' },
    '--pretraining': { pretraining: true },
    '--dataset': { datasets: [largest.dataset[0]] },
    '--community': { communities: ['0'] },
    '--list': { sources: ['list.md'] },
    '--list, half': { sources: ['other.md'] },
    '--task --year --with-code --tier B': { tasks: [task], years: { from: 2015 }, withCode: true, tier: 'B' },
    '--year, one': { years: { from: 2010, to: 2010 } },
  }
  const table = {}
  const withFilters = (name, ask) => {
    table[name] = () => ask({})
    for (const [flag, filter] of Object.entries(filters)) table[`${name} ${flag}`] = () => ask(filter)
  }
  withFilters('shared PAPER', (filter) => sharedWithPaper(index, busiest, { limit, filter }))
  withFilters('shared DATASET', (filter) => papersWithDatasets(index, ['dataset:set-0'], { limit, filter }))
  table['shared DATASET DATASET --any --not'] = () =>
    papersWithDatasets(index, ['dataset:set-0', 'dataset:set-1'], { limit, any: true, not: ['dataset:set-2'] })
  withFilters('shared --not', (filter) => papersWithDatasets(index, [], { limit, not: ['dataset:set-0'], filter }))
  withFilters('shared of the largest datasets --any', (filter) =>
    papersWithDatasets(index, largest.dataset.slice(0, 10), { limit, any: true, filter }),
  )
  withFilters('datasets', (filter) => datasetUse(index, { limit, filter }))
  table['between the two largest tasks'] = () => betweenSets(index, set(task), set('task:task-1'), { limit })
  withFilters('between tasks', (within) => {
    const { tier, pretraining } = within
    const more = { ...(tier && { tier }), ...(pretraining && { pretraining }), within }
    return betweenSets(index, set(task, more), set('task:task-1', more), { limit })
  })
  table['between two small tasks'] = () => betweenSets(index, set(small), set(smaller), { limit })
  for (const kind of ['venue', 'dataset', 'author'])
    table[`between the two largest ${kind}s`] = () =>
      betweenSets(index, set(largest[kind][0]), set(largest[kind][1]), { limit })
  table['between years'] = () => {
    const half = (years) => ({ label: 'years', filter: { years } })
    return betweenSets(index, half({ to: 2019 }), half({ from: 2020 }), { limit })
  }
  table['between communities'] = () => {
    const community = (id) => ({ label: id, filter: { communities: [id] } })
    return betweenSets(index, community('0'), community('1'), { limit })
  }
  table['between a list and itself'] = () => {
    const list = { label: 'list.md', filter: { sources: ['list.md'] } }
    return betweenSets(index, list, list, { limit })
  }
  table['between the whole field and itself'] = () => {
    const whole = { label: 'all', filter: {} }
    return betweenSets(index, whole, whole, { limit })
  }
  table['between the whole field and the largest venue'] = () =>
    betweenSets(index, { label: 'all', filter: {} }, set(largest.venue[0]), { limit })
  table['between a paper and the largest task'] = () => betweenSets(index, set(busiest), set(task), { limit })
  const paths = (name, from, to, more = {}) => {
    table[`path ${name}`] = () => pathsBetween(index, from, to, more)
    table[`path ${name}, ${limit} answers`] = () => pathsBetween(index, from, to, { ...more, limit })
  }
  paths('between papers', busiest, other)
  for (const [flag, filter] of Object.entries(filters)) paths(`between papers ${flag}`, busiest, other, { filter })
  paths('between people', someone, another)
  paths('between people on one paper each', rare, rarer)
  paths('between the largest tasks', task, 'task:task-1')
  paths('between the largest venues', largest.venue[0], largest.venue[1])
  for (const [flag, filter] of Object.entries(filters))
    paths(`between the largest venues ${flag}`, largest.venue[0], largest.venue[1], { filter })
  paths('between the smallest venues', ...largest.venue.slice(-2))
  paths('between the largest datasets', largest.dataset[0], largest.dataset[1])
  paths('between the smallest datasets', ...largest.dataset.slice(-2))
  paths('between the largest authors', largest.author[0], largest.author[1])
  paths('from a paper to the largest venue', busiest, largest.venue[0])
  paths('from a paper to its dataset', busiest, index.graph.neighbors(busiest)[0])
  paths('from a paper with little to another', bare, other)
  paths('between people of one paper', alone, coauthor)
  paths('to what nothing is joined to', busiest, island)
  paths('through one paper alone', task, largest.venue[0], { filter: { joinedTo: [busiest] } })
  withFilters('start', (filter) => whereToStart(index, { limit, filter }))
  withFilters('brief', (filter) => brief(index, { filter }))
  table['brief of a small task'] = () => brief(index, { filter: { tasks: [small] } })
  table['brief of a large author and a year'] = () =>
    brief(index, { filter: { joinedTo: [largest.author[0]], years: { from: 2020 } } })
  table['brief of an author'] = () => brief(index, { filter: { joinedTo: [largest.author[0]] } })
  table['projection of one paper'] = () => projection.of(busiest, limit)
  table['neighbors PAPER'] = () => neighbors(index, busiest, { limit })
  for (const kind of ['task', 'dataset', 'author', 'repository', 'venue'])
    table[`neighbors of the largest ${kind}`] = () => neighbors(index, largest[kind][0].split('#')[0], { limit })
  for (const kind of ['dataset', 'author', 'venue'])
    table[`neighbors of the largest ${kind} --depth 3`] = () => neighbors(index, largest[kind][0], { limit, depth: 3 })
  for (const [flag, filter] of Object.entries(filters))
    table[`neighbors of the largest task --depth 3 ${flag}`] = () => neighbors(index, task, { limit, depth: 3, filter })
  for (const [flag, filter] of Object.entries(filters))
    table[`neighbors of the largest task ${flag}`] = () => neighbors(index, task, { limit, filter })
  for (const depth of [2, 3]) {
    table[`neighbors PAPER --depth ${depth}`] = () => neighbors(index, busiest, { limit, depth })
    table[`neighbors of the largest task --depth ${depth}`] = () => neighbors(index, task, { limit, depth })
    table[`neighbors of a person --depth ${depth}`] = () => neighbors(index, someone, { limit, depth })
    table[`neighbors PAPER --depth ${depth} --year`] = () =>
      neighbors(index, busiest, { limit, depth, filter: filters['--year'] })
  }
  const searches = {
    'a name': 'Set 17',
    'two words': 'w17 w23',
    'a word in every title': 'paper',
    'a word of one letter': 'w',
    'a digit': '1',
    'no word of any': 'zzzzzzzzzzzzzzzzzz',
    'a name of one paper': 'Paper 4711 on',
    'a misspelt word': 'papre',
    'a misspelt person': 'persan 77',
    'two misspelt words': 'papet repositroy',
    'many words': 'paper w1 w2 w3 w4 on for person venue 2020',
    'a long text': 'paper on the words that stand in no title '.repeat(10),
  }
  for (const [name, words] of Object.entries(searches)) table[`search, ${name}`] = () => search.search(words, limit)
  for (const [flag, filter] of Object.entries(filters))
    table[`search ${flag}`] = () => search.search('paper', limit, graph.belongsTo(index, paperSet(index, filter)))
  table['a node by its name'] = () => finder.find('set 17')
  table['a node by words of its title'] = () => finder.find('Paper 4711 on')
  table['a node by a word of all titles'] = () => finder.find('paper', ['paper'])
  table['a dataset by a misspelt name'] = () => finder.find('sett 17', ['dataset'])
  return table
}

/** Things of a channel, those with most papers first. */
function bySize(index, channel) {
  const { keys, papers } = index.incidence(channel)
  const sizes = lengths(papers)
  return [...keys.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b).map((thing) => keys[thing])
}

function lengths({ offsets }) {
  return Array.from({ length: offsets.length - 1 }, (_, row) => offsets[row + 1] - offsets[row])
}
