import { useState, type ChangeEvent, type CompositionEvent } from 'react'

type TextElement = HTMLInputElement | HTMLTextAreaElement

interface State {
  /** The article's value when last looked at. */
  readonly seen: string
  readonly draft: string
  /** What was written and has not come back from the article yet. */
  readonly pending: readonly string[]
  readonly composing: boolean
  readonly refused: boolean
}

/** What a text control needs to show and take typing. */
export interface Draft {
  readonly value: string
  readonly handlers: {
    readonly onChange: (event: ChangeEvent<TextElement>) => void
    readonly onCompositionStart: () => void
    readonly onCompositionEnd: (event: CompositionEvent<TextElement>) => void
    readonly onBlur: () => void
  }
}

/**
 * The text of a control while it is typed in. Each input is written at once, a composition when it ends; `write`
 * says whether it could be. A value that comes from elsewhere (undo, the source) replaces the draft, focused or
 * not, unless a composition runs; the echo of what was written here does not. `echoOf` is what the article will show
 * for a typed text, when that is not the text itself.
 */
export function useDraft(
  value: string,
  write: (typed: string) => boolean,
  echoOf: (typed: string) => string = (typed) => typed,
): Draft {
  const [state, setState] = useState<State>(() => fresh(value))
  if (state.seen !== value) setState(follow(state, value))

  const type = (typed: string): void => {
    const echo = echoOf(typed)
    setState((now) => ({ ...now, draft: typed, pending: [...now.pending, echo], composing: false }))
    const done = write(typed)
    setState((now) => ({
      ...now,
      refused: !done,
      pending: done && now.seen !== echo ? now.pending : now.pending.filter((one) => one !== echo),
    }))
  }
  return {
    value: state.draft,
    handlers: {
      onChange: (event) => {
        const typed = event.currentTarget.value
        if (state.composing) setState((now) => ({ ...now, draft: typed }))
        else type(typed)
      },
      onCompositionStart: () => setState((now) => ({ ...now, composing: true })),
      onCompositionEnd: (event) => type(event.currentTarget.value),
      onBlur: () =>
        setState((now) =>
          now.refused || now.pending.length > 0 ? { ...now, composing: false } : fresh(now.seen),
        ),
    },
  }
}

function fresh(value: string): State {
  return { seen: value, draft: value, pending: [], composing: false, refused: false }
}

function follow(state: State, value: string): State {
  const echo = state.pending.indexOf(value)
  if (echo >= 0) return { ...state, seen: value, pending: state.pending.slice(echo + 1) }
  return state.composing ? { ...state, seen: value } : fresh(value)
}
