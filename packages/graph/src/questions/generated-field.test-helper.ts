import type { SampleField, SamplePaper } from './sample-graph.test-helper.ts'

/** How large a generated field is. */
export interface FieldSize {
  readonly papers: number
  readonly datasets: number
  readonly rngSeed?: number
}

/**
 * A field with the shape of real ones: use of datasets, people, venues and tasks follows Zipf's law (rank `r` is taken with
 * weight `1 / r`); seven papers in ten have dataset evidence, of one to eight datasets, half of them from the paper's
 * task; four people a paper, a third of them from the whole field; half have code, one repository in ten holds many
 * papers in sub-folders. A function of the arguments alone. For tests and benches.
 */
export function generatedField({ papers, datasets, rngSeed = 1 }: FieldSize): SampleField {
  const rng = mulberry32(rngSeed)
  const tasks = Math.max(3, Math.round(Math.sqrt(papers) / 2))
  const people = Math.max(8, Math.round(papers * 0.6))
  const [anyTask, anyDataset, anyone, anyVenue, anyWord] = [tasks, datasets, people, 200, 5000].map((n) => zipf(n, rng))
  const local = zipf(Math.max(2, Math.ceil(datasets / tasks) * 2), rng)
  const draw = (from: (() => number) | undefined): number => from?.() ?? 0
  const paper = (i: number): SamplePaper => {
    const task = draw(anyTask)
    const own = [task, ...(rng() < 0.15 ? [draw(anyTask)] : [])]
    const useCount = rng() < 0.7 ? 1 + Math.floor(rng() * rng() * 8) : 0
    const uses = Array.from({ length: useCount }, () => {
      const dataset = rng() < 0.5 ? draw(anyDataset) : (task * 7 + local()) % datasets
      return {
        dataset: `Set ${dataset}`,
        role: (['train', 'evaluate', 'pretrain', 'unknown'] as const)[Math.floor(rng() * 4)] ?? 'unknown',
        tier: (['A', 'A', 'B', 'C'] as const)[Math.floor(rng() * 4)] ?? 'A',
      }
    })
    const authors = Array.from({ length: 1 + Math.floor(rng() * 7) }, () =>
      rng() < 0.33 ? `Person ${draw(anyone)}` : `Person ${(task * 97 + Math.floor(rng() * 400)) % people}`,
    )
    return {
      title: `Paper ${i} on w${draw(anyWord)} w${draw(anyWord)} for w${draw(anyWord)}`,
      year: 2024 - Math.floor(rng() * rng() * 20),
      tasks: [...new Set(own)].map((one) => `Task ${one}`),
      uses,
      authors: [...new Set(authors)],
      venue: `Venue ${draw(anyVenue)}`,
      repositories: rng() < 0.5 ? [rng() < 0.1 ? `lab/mono-${task}#p${i}` : `lab/code-${i}`] : [],
      ...(rng() < 0.05 ? { importance: 1 + Math.floor(rng() * 3) } : {}),
      ...(rng() < 0.005 ? { mandatory: true } : {}),
    }
  }
  const topics = Object.fromEntries(Array.from({ length: datasets }, (_, i) => [`Set ${i}`, `topic ${i % 7}`]))
  return { papers: Array.from({ length: papers }, (_, i) => paper(i)), topics }
}

/** Draws 0 … n − 1, rank r with weight 1 / (r + 1). */
function zipf(n: number, rng: () => number): () => number {
  const sums = new Float64Array(n)
  let sum = 0
  for (let i = 0; i < n; i++) {
    sum += 1 / (i + 1)
    sums[i] = sum
  }
  return () => {
    const wanted = rng() * sum
    let [low, high] = [0, n - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** mulberry32 (T. Ettinger): uniform in [0, 1), integer operations only. */
function mulberry32(rngSeed: number): () => number {
  let state = rngSeed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296
  }
}
