import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { Reply } from '../../core/contract.ts'
import type { Dispatch } from '../../core/dispatch.ts'
import { CALL_CHANNEL } from '../channels.ts'
import { isAppPage } from './origin.ts'

const REFUSED: Reply<never> = {
  ok: false,
  code: 'notAllowed',
  message: 'Only the page of Galley may ask here.',
  details: {},
}

/** The message comes from the top frame of a page, and that frame shows the application's page. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame?.parent === null && isAppPage(frame.url)
}

/** Lets the pages that `dispatchOf` knows, and nothing else, call their dispatch. */
export function handleCalls(dispatchOf: (page: WebContents) => Dispatch | null): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, args: unknown) => {
    const dispatch = isTrusted(event) ? dispatchOf(event.sender) : null
    return dispatch ? dispatch(method, args) : REFUSED
  })
}
