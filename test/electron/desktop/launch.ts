import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Bridge, Menu } from '../../../core/contract.ts'
import type { AppOptions } from '../../fakes/electron/app.ts'
import type { FakeBrowserWindow } from '../../fakes/electron/browser-window.ts'
import { FakeElectron } from '../../fakes/electron/fake-electron.ts'

export interface Desktop {
  readonly electron: FakeElectron
  /** Temporary; gone after `dispose`. */
  readonly folder: string
  readonly dataDir: string
  /** The bridge as the page of a window finds it; without one, of the one window there is. */
  bridge(window?: FakeBrowserWindow): Bridge
  dispose(): Promise<void>
}

export interface LaunchOptions extends Partial<AppOptions> {
  /** What follows Electron's program on the command line. */
  readonly args?: readonly string[]
  readonly platform?: NodeJS.Platform
  /** A user data folder that was used before; else one of its own. */
  readonly dataDir?: string
  /** Runs between the main script and `ready`. */
  readonly beforeReady?: (electron: FakeElectron) => void
}

const PROJECT = join(import.meta.dirname, '../../..')

/** Runs electron/main.ts, unmodified, on a double of Electron until its window has loaded the page. */
export async function launch(options: LaunchOptions = {}): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-desktop-'))
  const dataDir = options.dataDir ?? join(folder, 'data')
  const electron = new FakeElectron(
    { userData: join(folder, 'electron-default'), ...options },
    async (module) => {
      // Each page runs the script anew.
      vi.resetModules()
      vi.doMock('electron', () => module)
      await import('../../../electron/preload.ts')
    },
  )
  vi.resetModules()
  vi.doMock('electron', () => electron.mainModule())
  vi.stubEnv('GALLEY_DATA_DIR', dataDir)
  const { argv } = process
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')
  process.argv = ['/electron', ...(options.isPackaged ? [] : [PROJECT]), ...(options.args ?? [])]
  Object.defineProperty(process, 'platform', { ...platform, value: options.platform ?? 'linux' })
  await import('../../../electron/main.ts')
  options.beforeReady?.(electron)
  electron.app.becomeReady()
  await vi.waitFor(() => {
    if (electron.app.exitCode === null) loaded(electron)
  })
  return {
    electron,
    folder,
    dataDir,
    bridge: (window = electron.window) => window.webContents.mainWorld.galley as Bridge,
    async dispose() {
      for (const window of electron.app.windows) window.destroy()
      electron.app.quit()
      await vi.waitFor(() => {
        if (electron.app.exitCode === null) throw new Error('still running')
      })
      process.argv = argv
      if (platform) Object.defineProperty(process, 'platform', platform)
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Throws until the window's page has been loaded. */
export function loaded(electron: FakeElectron, times = 1): void {
  if (electron.window.loads < times) throw new Error('not loaded yet')
}

/** A File menu with Save in it, as the renderer would tell. */
export const FILE_MENU: Menu = {
  id: 'file',
  label: '文件',
  items: [
    {
      type: 'command',
      id: 'file.save',
      label: '保存',
      accelerator: 'CmdOrCtrl+S',
      enabled: true,
      checked: null,
    },
    { type: 'separator' },
    { type: 'submenu', label: '最近', items: [{ type: 'recent', path: '/articles/a.md', label: 'A & B' }] },
  ],
}
