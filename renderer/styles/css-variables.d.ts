import 'react'

declare module 'react' {
  interface CSSProperties {
    // oxlint-disable-next-line typescript/consistent-indexed-object-style -- the interface is merged with React's
    [name: `--${string}`]: string | number | undefined
  }
}
