/** Times in milliseconds. */
export interface Timing {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function summarise(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (index: number): number => sorted[index] ?? Number.NaN
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) }
}

/**
 * Runs the tasks in turn, `rounds` times after two uncounted rounds, so that a slow moment of the machine meets all.
 * Before each round `pause` milliseconds pass.
 */
export async function interleave(
  tasks: Readonly<Record<string, () => unknown>>,
  rounds: number,
  pause = 0,
): Promise<Readonly<Record<string, Timing>>> {
  const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]))
  const all = Object.entries(tasks)
  for (let round = -2; round < rounds; round += 1) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    // Whoever comes first after a pause meets colder caches: each takes its turn at that.
    const first = (round + 2) % all.length
    for (const [name, task] of [...all.slice(first), ...all.slice(0, first)]) {
      const start = performance.now()
      await task()
      const took = performance.now() - start
      if (round >= 0) times.get(name)?.push(took)
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, summarise(all)]))
}

const format = (ms: number): string => (ms < 10 ? ms.toFixed(3) : ms.toFixed(1))

/** Prints a Markdown table: each task's median, least and most, and its median over that of `base`. */
export function report(results: Readonly<Record<string, Timing>>, base: string): void {
  const reference = results[base]?.median ?? Number.NaN
  console.log('| | median ms | min | max | ratio |')
  console.log('|---|--:|--:|--:|--:|')
  for (const [name, { median, min, max }] of Object.entries(results)) {
    const ratio = (median / reference).toFixed(2)
    console.log(`| ${name} | ${format(median)} | ${format(min)} | ${format(max)} | ${ratio} |`)
  }
}
