import type { Page } from '@playwright/test'
import type {
  AppInfo,
  Contract,
  EventName,
  Events,
  Method,
  Reply,
  SpellingState,
} from '../../core/contract.ts'
import type { SocketMessage, SocketRequest } from '../../core/socket-messages.ts'

type Result = Contract[Method]['result']

/** What a journey does with the requests of a page on their way to the browser shell; the others pass. */
export interface Between {
  /** Answers a request in the shell's place; undefined: it passes. */
  readonly answer?: (request: SocketRequest) => Result | undefined
  /** Another value for the shell's reply to a request; undefined: the reply never arrives. */
  readonly change?: (method: Method, value: Result) => Result | undefined
}

/** A place between a page and its shell. */
export interface Stood {
  /** Tells the page what its shell might have told it. */
  readonly tell: <E extends EventName>(event: E, payload: Events[E]) => void
}

/** Stands between a page that has not been loaded yet and its browser shell. */
export async function standBetween(page: Page, { answer, change }: Between): Promise<Stood> {
  const send: { toPage: (message: SocketMessage) => void } = { toPage: () => undefined }
  await page.routeWebSocket(/^ws:/, (socket) => {
    const shell = socket.connectToServer()
    const asked = new Map<number, Method>()
    send.toPage = (message) => socket.send(JSON.stringify(message))
    socket.onMessage((message) => {
      const request = JSON.parse(String(message)) as SocketRequest
      const value = answer?.(request)
      const reply: Reply<unknown> = { ok: true, value }
      if (value !== undefined) send.toPage({ id: request.id, reply })
      else {
        asked.set(request.id, request.method)
        shell.send(message)
      }
    })
    shell.onMessage((message) => {
      const told = JSON.parse(String(message)) as SocketMessage
      const method = 'id' in told ? asked.get(told.id) : undefined
      if (change && 'id' in told && method !== undefined && told.reply.ok) {
        const value = change(method, told.reply.value as Result)
        if (value !== undefined) send.toPage({ id: told.id, reply: { ok: true, value } })
      } else socket.send(message)
    })
  })
  return { tell: (event, payload) => send.toPage({ event, payload }) }
}

/** Has a page believe it is in the desktop app, with these words of the writer in its dictionary. */
export function asDesktop(known: readonly string[]): Between {
  let words = known
  const state = (): SpellingState => ({ available: ['de', 'en-GB', 'en-US', 'es', 'fr'], words })
  return {
    answer({ method, args }) {
      if (method === 'spelling.state') return state()
      if (method === 'spelling.add') words = [...words, String(args[0])]
      else if (method === 'spelling.forget') words = words.filter((word) => word !== args[0])
      else return method === 'menu.set' ? null : undefined
      return state()
    },
    change: (method, value) =>
      method === 'app.info' ? { ...(value as AppInfo), shell: 'desktop', platform: 'linux' } : value,
  }
}
