interface Closable {
  close(): Promise<void>
}

/** What was opened only to look at or to sync: nothing is written through it, so that closing it can fail nothing. */
export interface Handles {
  /** Gives back what it is given, and closes it with the others unless somebody has. */
  keep<T extends Closable>(opening: Promise<T>): Promise<T>
  closeAll(): Promise<void>
}

export function createHandles(): Handles {
  const all: Promise<Closable>[] = []
  return {
    keep(opening) {
      all.push(opening)
      opening.catch(() => undefined) // Whoever uses it learns of it.
      return opening
    },
    async closeAll() {
      await Promise.allSettled(all.splice(0).map(async (opening) => (await opening).close()))
    },
  }
}
