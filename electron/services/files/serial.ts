/** Runs jobs of one key one after the other, in the order they came; jobs of different keys do not wait. */
export interface Serial {
  run<T>(key: string, job: () => Promise<T>): Promise<T>
  /** True while a job of this key runs or waits. */
  isBusy(key: string): boolean
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>
}

export function createSerial(): Serial {
  const tails = new Map<string, Promise<void>>()
  return {
    run(key, job) {
      const result = (tails.get(key) ?? Promise.resolve()).then(job)
      const tail = result.then(
        () => undefined,
        () => undefined, // Whoever asked for the job learns of its failure.
      )
      tails.set(key, tail)
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
      return result
    },
    isBusy: (key) => tails.has(key),
    async settled() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
