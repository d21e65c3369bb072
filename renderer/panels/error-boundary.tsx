import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** What is shown instead when the children cannot be rendered; `reason` is the error's own message. */
  readonly instead: (reason: string) => ReactNode
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly reason: string | null
}

/** Keeps a pane that cannot be rendered from taking the page, and the text in it, down. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { reason: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { reason: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { reason } = this.state
    return reason === null ? this.props.children : this.props.instead(reason)
  }
}
