import type {
  Bridge,
  Contract,
  DiskVersion,
  EventName,
  Events,
  Method,
  Reply,
} from '../../../core/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts'

type Answers = { [M in Method]?: (...args: Contract[M]['args']) => Promise<Reply<Contract[M]['result']>> }

function ok<T>(value: T): Promise<Reply<T>> {
  return Promise.resolve({ ok: true, value })
}

let writes = 0
function version(text: string): DiskVersion {
  writes += 1
  return { mtimeNs: String(writes), size: text.length, inode: '1', sha256: `sha of ${text}` }
}

/** A shell in memory: files are texts by path. `answers` replace what it would say; `emit` tells events. */
export function memoryBridge(files: Map<string, string>, answers: Answers = {}) {
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const calls: { method: Method; args: readonly unknown[] }[] = []
  let settings: Settings = DEFAULT_SETTINGS

  const usual: Answers = {
    'app.info': () =>
      ok({
        version: '0',
        shell: 'browser',
        platform: 'linux',
        locale: 'en',
        homeFolder: '/home',
        openAtStart: [],
      }),
    'settings.read': () => ok(settings),
    'settings.write': (patch) => {
      settings = { ...settings, ...patch }
      return ok(settings)
    },
    'recent.list': () => ok([]),
    'app.notices': () => ok([]),
    'recent.add': () => ok([]),
    'recovery.list': () => ok([]),
    'article.open': (path) => {
      const text = files.get(path)
      if (text === undefined) {
        return Promise.resolve({ ok: false, code: 'notFound', message: 'gone', details: { name: path } })
      }
      return ok({ path, realPath: path, text, encoding: 'utf-8', version: version(text), readOnly: null })
    },
    'article.save': ({ path, text }) => {
      files.set(path, text)
      return ok({ path, realPath: path, version: version(text) })
    },
    'article.context': () =>
      Promise.resolve({ ok: false, code: 'unsupported', message: 'no folders here', details: {} }),
  }

  const bridge: Bridge = {
    call<M extends Method>(method: M, ...args: Contract[M]['args']): Promise<Reply<Contract[M]['result']>> {
      calls.push({ method, args })
      const answer = answers[method] ?? usual[method]
      return answer ? answer(...args) : ok(null)
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set()
      listeners.set(event, heard.add(listener))
      return () => heard.delete(listener)
    },
  }
  return {
    bridge,
    calls,
    emit<E extends EventName>(event: E, payload: Events[E]): void {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
  }
}
