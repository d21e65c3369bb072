import { useEffect, useState, type ComponentType } from 'react'

/** A component whose code is loaded when it is first shown, or earlier by `load`. */
export interface Lazily<Props> {
  (props: Props): React.ReactNode
  /** Resolves when it is there, or when it cannot be loaded: that is said where it is shown. */
  readonly load: () => Promise<void>
  readonly isLoaded: () => boolean
}

/**
 * Wraps a component that is loaded on demand: nothing is shown until it is there, and nothing flickers once it is.
 * A failure to load is thrown where the component stands, for the error boundary around it.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<ComponentType<Props>> | null = null
  const start = (): Promise<ComponentType<Props>> =>
    (loading ??= load().then(
      (component) => (loaded = component),
      (error: unknown) => {
        loading = null // The next attempt asks again.
        throw error
      },
    ))
  function Loaded(props: Props): React.ReactNode {
    const [Component, setComponent] = useState<ComponentType<Props> | null>(() => loaded)
    const [failure, setFailure] = useState<Error | null>(null)
    useEffect(() => {
      if (Component !== null) return
      let wanted = true
      start().then(
        (component) => {
          if (wanted) setComponent(() => component)
        },
        (error: unknown) => {
          if (wanted) setFailure(error instanceof Error ? error : new Error(String(error)))
        },
      )
      return () => {
        wanted = false
      }
    }, [Component])
    if (failure !== null) throw failure
    return Component && <Component {...props} />
  }
  const prepare = (): Promise<void> =>
    start().then(
      () => undefined,
      () => undefined, // Said where the component is shown, which asks again.
    )
  return Object.assign(Loaded, { load: prepare, isLoaded: () => loaded !== null })
}

/** False until `component` can be shown at once: for places where it would push away what is already there. */
export function useIsLoaded(component: Pick<Lazily<object>, 'load' | 'isLoaded'>): boolean {
  const [ready, setReady] = useState(component.isLoaded)
  useEffect(() => {
    if (!ready) void component.load().then(() => setReady(true))
  }, [component, ready])
  return ready
}
