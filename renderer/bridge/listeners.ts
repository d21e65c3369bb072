import type { EventName, Events } from '../../core/contract.ts'

/** Who listens to which event. */
export interface Listeners {
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
  /** Calls each listener of `event`; one that throws does not keep the others from hearing. */
  emit<E extends EventName>(event: E, payload: Events[E]): void
}

type Listener = (payload: never) => void

export function createListeners(): Listeners {
  const table = new Map<EventName, Set<Listener>>()
  return {
    on(event, listener) {
      // A wrapper of its own, so that one function registered twice is called twice and removed once.
      const own: Listener = (payload) => listener(payload)
      const set = table.get(event) ?? new Set()
      table.set(event, set.add(own))
      return () => void set.delete(own)
    },
    emit(event, payload) {
      for (const listener of [...(table.get(event) ?? [])]) {
        try {
          listener(payload as never)
        } catch (error) {
          reportError(error)
        }
      }
    },
  }
}
