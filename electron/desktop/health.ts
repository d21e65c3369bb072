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

  async function ask(message: string, detail: string, buttons: readonly string[]): Promise<number> {
    asking = true
    const answer = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    asking = false
    return answer.response
  }

  async function afterCrash(): Promise<void> {
    const { crashed, crashedDetail, reload, close } = options.messages()
    const choice = await ask(crashed, crashedDetail, [reload, close])
    if (window.isDestroyed()) return
    if (choice === 0) options.reload()
    else window.close()
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    options.log(`The process of a page is gone: ${details.reason} (${details.exitCode})`)
    options.gone()
    if (ending) {
      ending = false
      options.reload()
    } else void afterCrash()
  })

  async function whileHanging(): Promise<void> {
    const { hangs, hangsDetail, wait, reload } = options.messages()
    const choice = await ask(hangs, hangsDetail, [wait, reload])
    if (choice === 0 || window.isDestroyed()) return
    ending = true
    window.webContents.forcefullyCrashRenderer()
  }

  window.on('unresponsive', () => {
    if (!asking) void whileHanging()
  })
}
