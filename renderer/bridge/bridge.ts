import type { Bridge } from '../../core/contract.ts'
import { AppError } from '../../core/errors.ts'
import { browserBridge } from './browser-bridge.ts'
import { connectSocket } from './socket.ts'

declare global {
  interface Window {
    /** Put there by the desktop shell's preload script. */
    readonly galley?: Bridge
  }
}

/** The token of an address that ends in `#token=…`, or null. */
export function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token')
}

/**
 * The way to the shell this page runs in: the desktop's own, or a socket to the browser shell that served the
 * page. Fails with `notAllowed` when the address holds no token or a wrong one.
 */
export async function connectBridge(): Promise<Bridge> {
  if (window.galley) return window.galley
  const token = tokenIn(window.location.hash)
  if (token === null) throw new AppError('notAllowed', 'The address of this page lacks its token.')
  const url = new URL('/', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.hash = ''
  return browserBridge(await connectSocket(url.href, token))
}
