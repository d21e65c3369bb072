import { dialog, type BrowserWindow } from 'electron'
import type { Messages } from './messages.ts'

export interface HealthOptions {
  readonly messages: () => Messages
  /** The page's process is no more: nothing can be asked of it. */
  readonly gone: () => void
  readonly reload: () => void
  readonly log: (error: unknown) => void
}

/** Offers to load the page of `window` again when its process dies, or hangs and is ended on the writer's word. */
export function watchHealth(window: BrowserWindow, options: HealthOptions): void {
  let ending = false
  let asking = false
  /** Takes back the question whether to wait. */
  let hanging = new AbortController()

  /** The button that was pressed; null: the question was taken back. */
  async function ask(
    message: string,
    detail: string,
    buttons: readonly string[],
    signal: AbortSignal,
  ): Promise<number | null> {
    asking = true
    try {
      const answer = await dialog.showMessageBox(window, {
        type: 'warning',
        message,
        detail,
        buttons: [...buttons],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal,
      })
      return signal.aborted || window.isDestroyed() ? null : answer.response
    } finally {
      asking = false
    }
  }

  async function afterCrash(): Promise<void> {
    const { crashed, crashedDetail, reload, close } = options.messages()
    const choice = await ask(crashed, crashedDetail, [reload, close], new AbortController().signal)
    if (choice === 0) options.reload()
    else if (choice !== null) window.close()
  }

  async function whileHanging(): Promise<void> {
    const { hangs, hangsDetail, wait, reload } = options.messages()
    hanging = new AbortController()
    const choice = await ask(hangs, hangsDetail, [wait, reload], hanging.signal)
    if (choice !== 1) return
    ending = true
    window.webContents.forcefullyCrashRenderer()
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    options.log(`The process of a page is gone: ${details.reason} (${details.exitCode})`)
    options.gone()
    hanging.abort()
    if (ending) {
      ending = false
      options.reload()
    } else afterCrash().catch(options.log)
  })
  window.on('unresponsive', () => {
    if (!asking) whileHanging().catch(options.log)
  })
  window.on('responsive', () => hanging.abort())
}
