import type { AppInfo, Bridge, Contract, Method, Reply } from '../../core/contract.ts'
import { newPageAddress, pathsOfNewPage } from './new-page.ts'

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:']

function isLink(text: string): boolean {
  return URL.canParse(text) && LINK_PROTOCOLS.includes(new URL(text).protocol)
}

/** Opens a link in a tab that knows nothing of this page. */
function openLink(url: string): Reply<null> {
  if (!isLink(url)) {
    const message = 'Only web and mail addresses can be opened.'
    return { ok: false, code: 'notAllowed', message, details: { url } }
  }
  window.open(url, '_blank', 'noopener,noreferrer')
  return { ok: true, value: null }
}

/** Opens another page of this shell. */
function openPage(paths: readonly string[]): Reply<null> {
  if (window.open(newPageAddress(window.location.href, paths), '_blank')) return { ok: true, value: null }
  return { ok: false, code: 'pageBlocked', message: 'The browser did not let a new page open.', details: {} }
}

async function readText(): Promise<Reply<string>> {
  try {
    return { ok: true, value: await navigator.clipboard.readText() }
  } catch {
    const message = 'The browser does not let the page read the clipboard.'
    return { ok: false, code: 'notAllowed', message, details: {} }
  }
}

/** A page that another one opened does not open again what the shell was started on. */
function asInfo(info: AppInfo): AppInfo {
  const openAtStart = pathsOfNewPage(window.location.hash)
  return openAtStart ? { ...info, openAtStart } : info
}

/** A bridge over `socket` that does in the page what only a page can: it opens links and further pages. */
export function browserBridge(socket: Bridge): Bridge {
  return {
    async call<M extends Method>(method: M, ...args: Contract[M]['args']) {
      if (method === 'link.open') return openLink(...(args as Contract['link.open']['args']))
      if (method === 'window.new') return openPage(...(args as Contract['window.new']['args']))
      if (method === 'clipboard.readText') return readText()
      const reply = await socket.call(method, ...args)
      if (method === 'app.info' && reply.ok) return { ...reply, value: asInfo(reply.value as AppInfo) }
      return reply
    },
    on: (event, listener) => socket.on(event, listener),
  }
}
