import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { UpdateSettings } from '../../core/settings.ts'
import type { Messages } from './messages.ts'

type Updater = Pick<
  AppUpdater,
  'autoDownload' | 'autoInstallOnAppQuit' | 'checkForUpdates' | 'downloadUpdate' | 'setFeedURL'
>

/** Looks for newer versions: when the writer asks, or at the start when the writer wished so; never otherwise. */
export interface Updates {
  /** `asked`: the writer asked, and is told whatever comes of it. */
  check(settings: UpdateSettings, asked: boolean): Promise<void>
}

export interface UpdatesOptions {
  /** Absolute path of the bundled updater; loaded when it is needed. */
  readonly updater: string
  readonly messages: () => Messages
  readonly log: (error: unknown) => void
}

/** Where electron-builder puts the address a package was made with. */
function hasBuiltInFeed(): boolean {
  return app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'))
}

function load(path: string): Updater {
  const { autoUpdater } = createRequire(import.meta.url)(path) as { readonly autoUpdater: Updater }
  return autoUpdater
}

export function createUpdates({ updater: path, messages, log }: UpdatesOptions): Updates {
  const tell = async (message: string, detail: string): Promise<void> => {
    await dialog.showMessageBox({ type: 'info', message, detail, buttons: ['OK'] })
  }

  async function offer(updater: Updater, version: string): Promise<void> {
    const { updateFound, updateFoundDetail, download, later, updateReady, updateReadyDetail } = messages()
    const answer = await dialog.showMessageBox({
      type: 'info',
      message: updateFound.replace('{version}', version),
      detail: updateFoundDetail,
      buttons: [download, later],
      defaultId: 0,
      cancelId: 1,
    })
    if (answer.response !== 0) return
    await updater.downloadUpdate()
    await tell(updateReady.replace('{version}', version), updateReadyDetail)
  }

  async function look(feed: string, asked: boolean): Promise<void> {
    const updater = load(path)
    // Nothing is fetched before the writer has agreed to it.
    updater.autoDownload = false
    updater.autoInstallOnAppQuit = true
    if (feed !== '') updater.setFeedURL({ provider: 'generic', url: feed })
    const found = await updater.checkForUpdates()
    const { noUpdate, noUpdateDetail } = messages()
    if (found?.isUpdateAvailable) await offer(updater, found.updateInfo.version)
    else if (asked) await tell(noUpdate, noUpdateDetail.replace('{version}', app.getVersion()))
  }

  return {
    async check({ feed, automatic }, asked) {
      if (!asked && !automatic) return
      const { noFeed, noFeedDetail, updateFailed } = messages()
      if (feed === '' && !hasBuiltInFeed()) {
        if (asked) await tell(noFeed, noFeedDetail)
        return
      }
      try {
        await look(feed, asked)
      } catch (error) {
        log(error)
        if (asked) await tell(updateFailed, error instanceof Error ? error.message.slice(0, 300) : '')
      }
    },
  }
}
