import 'react'

declare module 'react' {
  // An index signature, for the interface is merged with React's.
  // eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
