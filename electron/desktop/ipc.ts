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

/** The message comes from the top frame of our own window, and that frame shows our own page. */
function isTrusted(event: IpcMainInvokeEvent, page: WebContents | null): boolean {
  const frame = event.senderFrame
  return event.sender === page && frame !== null && frame.parent === null && isAppPage(frame.url)
}

/** Lets the page that `page` names, and nothing else, call the dispatch. */
export function handleCalls(dispatch: Dispatch, page: () => WebContents | null): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, args: unknown) =>
    isTrusted(event, page()) ? dispatch(method, args) : REFUSED,
  )
}
