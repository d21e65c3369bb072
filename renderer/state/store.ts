/** A value that can be watched: the one place the chrome reads from. */
export interface Store<T> {
  readonly get: () => T
  /** Replaces the given properties; listeners are called once, only when one of them is another value. */
  readonly patch: (change: Partial<T>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A store that holds `initial`. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    patch(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(value[key], change[key]))) return
      value = { ...value, ...change }
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
