import type { Bridge, Contract, Method, Reply } from '../../core/contract.ts'

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

/** A bridge over `socket` that does in the page what only a page can: it opens links in a new tab. */
export function browserBridge(socket: Bridge): Bridge {
  return {
    async call<M extends Method>(method: M, ...args: Contract[M]['args']) {
      if (method !== 'link.open') return socket.call(method, ...args)
      const [url] = args as Contract['link.open']['args']
      return openLink(url)
    },
    on: (event, listener) => socket.on(event, listener),
  }
}
