import type { Bridge, Contract, Method } from '../../core/contract.ts'
import { hasMessage, translate } from '../i18n/translate.ts'
import type { MessageKey, MessageParams } from '../i18n/messages.ts'
import type { ArticleSession } from './article-session.ts'
import type { AppState, DialogAnswers, DialogState, Failure, Notice, NoticeAction } from './app-state.ts'
import { createStore, type Store } from './store.ts'

type DialogOf<K extends DialogState['kind']> = Extract<DialogState, { kind: K }>

/** What the parts of the application's state share. */
export interface Runtime {
  readonly bridge: Bridge
  readonly store: Store<AppState>
  /** Open articles by id, in the order of their tabs. */
  readonly sessions: Map<string, ArticleSession>
  readonly t: (key: MessageKey, params?: MessageParams) => string
  /** Shows a dialog once the one before it is answered; null when cancelled. */
  readonly ask: <K extends DialogState['kind']>(dialog: DialogOf<K>) => Promise<DialogAnswers[K] | null>
  readonly answer: (value: unknown) => void
  readonly notify: (severity: Notice['severity'], text: string, action?: NoticeAction, group?: string) => void
  /** The failure as a sentence in the interface's language. */
  readonly describe: (failure: Failure) => string
  /** A request that tells the writer when it fails, and then gives null. */
  readonly request: <M extends Method>(
    method: M,
    ...args: Contract[M]['args']
  ) => Promise<Contract[M]['result'] | null>
  readonly active: () => ArticleSession | null
}

/** Puts the sessions' pictures into the store, in the order of the tabs. */
export function showTabs(runtime: Runtime): void {
  runtime.store.patch({ tabs: [...runtime.sessions.values()].map((session) => session.tab) })
}

/** The shared parts, around a bridge and a first state. */
export function createRuntime(bridge: Bridge, initial: AppState): Runtime {
  const store = createStore(initial)
  const sessions = new Map<string, ArticleSession>()
  let noticeId = 0
  let pending: ((value: unknown) => void) | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const t: Runtime['t'] = (key, params) => translate(store.get().language, key, params)

  const describe: Runtime['describe'] = (failure) => {
    const key = `error.${failure.code}`
    return hasMessage(key) ? t(key, failure.details) : failure.message
  }

  const notify: Runtime['notify'] = (severity, text, action, group) => {
    const others = store
      .get()
      .notices.filter((notice) => notice.text !== text && (group === undefined || notice.group !== group))
    noticeId += 1
    store.patch({
      notices: [
        ...others,
        { id: noticeId, severity, text, ...(action && { action }), ...(group && { group }) },
      ].slice(-4),
    })
  }

  return {
    bridge,
    store,
    sessions,
    t,
    describe,
    notify,
    async request(method, ...args) {
      const reply = await bridge.call(method, ...args)
      if (reply.ok) return reply.value
      notify('error', describe(reply))
      return null
    },
    ask<K extends DialogState['kind']>(dialog: DialogOf<K>) {
      const answered = queue.then(
        () =>
          new Promise((resolve) => {
            pending = resolve
            store.patch({ dialog })
          }),
      )
      queue = answered
      return answered as Promise<DialogAnswers[K] | null>
    },
    answer(value) {
      const resolve = pending
      pending = null
      store.patch({ dialog: null })
      resolve?.(value)
    },
    active() {
      const { activeId } = store.get()
      return activeId === null ? null : (sessions.get(activeId) ?? null)
    },
  }
}
