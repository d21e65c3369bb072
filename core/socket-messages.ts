import type { EventName, Events, Method, Reply } from './contract.ts'

/** The subprotocol both ends of the browser shell's socket agree on. */
export const SOCKET_PROTOCOL = 'galley'

/** The page proves itself by offering this subprotocol beside `SOCKET_PROTOCOL`. */
export function tokenProtocol(token: string): string {
  return `${SOCKET_PROTOCOL}.${token}`
}

const PAGE_PROTOCOL = 'galley-page'

/**
 * Offered as well, it names the page (1 to 100 letters, digits and hyphens that no other page has), so that a page
 * whose connection broke is known when it connects again.
 */
export function pageProtocol(key: string): string {
  return `${PAGE_PROTOCOL}.${key}`
}

/** The page named among the subprotocols of this header. */
export function pageKeyIn(protocols: string | undefined): string | undefined {
  for (const offered of (protocols ?? '').split(',')) {
    const [name, key = ''] = offered.trim().split('.')
    if (name === PAGE_PROTOCOL && /^[A-Za-z0-9-]{1,100}$/.test(key)) return key
  }
  return undefined
}

/** The largest message either end accepts, in bytes. */
export const MAX_MESSAGE_BYTES = 80 * 1024 * 1024

/**
 * A message of more UTF-16 units than this is sent as a binary one, of the same JSON in UTF-8: a browser does much less
 * with it before the page has it.
 */
export const LONG_MESSAGE = 65_536

/** From page to shell, as JSON. */
export interface SocketRequest {
  /** Unique on its connection. */
  readonly id: number
  readonly method: Method
  readonly args: readonly unknown[]
}

/** From shell to page, as JSON: the reply to the request `id`, or an event. */
export type SocketMessage =
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly event: EventName; readonly payload: Events[EventName] }
