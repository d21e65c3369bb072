import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, Contract, EventName, Events, Method, Reply } from '../core/contract.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts'

type Hear = (event: EventName, payload: Events[EventName]) => void

const hearing = new Set<Hear>()

ipcRenderer.on(EVENT_CHANNEL, (_event, name: EventName, payload: Events[EventName]) => {
  for (const hear of [...hearing]) hear(name, payload)
})

// The page gets these two functions and nothing of Electron: neither `ipcRenderer` nor its event objects.
const bridge: Bridge = {
  call<M extends Method>(method: M, ...args: Contract[M]['args']) {
    return ipcRenderer.invoke(CALL_CHANNEL, method, args) as Promise<Reply<Contract[M]['result']>>
  },
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]) || null,
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void) {
    const hear: Hear = (name, payload) => {
      if (name === event) listener(payload as Events[E])
    }
    hearing.add(hear)
    return () => void hearing.delete(hear)
  },
}

contextBridge.exposeInMainWorld('galley', bridge)
