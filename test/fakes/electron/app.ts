import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type { App, Dock, Task } from 'electron'
import { PreventableEvent } from './event.ts'
import type { FakeBrowserWindow } from './browser-window.ts'
import type { FakeMenu } from './menu.ts'

type Faked = Pick<
  App,
  | 'isPackaged'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'enableSandbox'
  | 'exit'
  | 'getLocale'
  | 'getPath'
  | 'getVersion'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setPath'
  | 'setUserTasks'
  | 'whenReady'
>

export interface AppOptions {
  readonly isPackaged?: boolean
  readonly locale?: string
  readonly userData: string
  /** Another instance holds the lock. */
  readonly isSecondInstance?: boolean
}

/** The application's life as documented: ready, windows, `before-quit`, `will-quit`, the end. */
export class FakeApp extends EventEmitter implements Faked {
  readonly isPackaged: boolean
  sandboxed = false
  /** What a second instance hands over with the lock; null before the lock was asked for. */
  handedOver: unknown = null
  /** The exit code once the application has ended. */
  exitCode: number | null = null
  readonly windows = new Set<FakeBrowserWindow>()
  /** Every window that was ever made. */
  readonly created: FakeBrowserWindow[] = []
  focused: FakeBrowserWindow | null = null
  /** The system's list of recent documents, newest first. */
  recentDocuments: string[] = []
  userTasks: readonly Task[] = []
  dockMenu: FakeMenu | null = null
  /** By which Windows knows the application. */
  userModelId = ''
  readonly dock: Pick<Dock, 'setMenu'> = {
    setMenu: (menu) => void (this.dockMenu = menu as unknown as FakeMenu),
  }
  private ready = false
  private quitting = false
  private readonly paths = new Map<string, string>()
  private readonly options: AppOptions

  constructor(options: AppOptions) {
    super()
    this.options = options
    this.isPackaged = options.isPackaged ?? false
    this.paths.set('userData', options.userData)
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  getLocale(): string {
    return this.ready ? (this.options.locale ?? 'en-US') : ''
  }

  getVersion(): string {
    return '0.0.0-double'
  }

  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`)
    this.paths.set(name, path)
  }

  addRecentDocument(path: string): void {
    this.recentDocuments = [path, ...this.recentDocuments.filter((it) => it !== path)]
  }

  clearRecentDocuments(): void {
    this.recentDocuments = []
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id
  }

  setUserTasks(tasks: Task[]): boolean {
    this.userTasks = tasks
    return true
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    this.handedOver = structuredClone(additionalData)
    return this.options.isSecondInstance !== true
  }

  isReady(): boolean {
    return this.ready
  }

  whenReady(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise((resolve) => void this.once('ready', resolve))
  }

  quit(): void {
    if (this.exitCode !== null) return
    const before = new PreventableEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    // Each window is asked, also when one before it stayed.
    for (const window of [...this.windows]) window.close()
    if (this.windows.size > 0) {
      this.quitting = false
      return
    }
    this.end()
  }

  exit(code = 0): void {
    this.exitCode = code
  }

  /** Ends the start-up, as Electron does some time after the main script has run. */
  becomeReady(): void {
    if (this.exitCode !== null) return
    this.ready = true
    this.emit('ready')
  }

  windowClosed(window: FakeBrowserWindow): void {
    this.windows.delete(window)
    if (this.windows.size > 0 || this.quitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  private end(): void {
    const event = new PreventableEvent()
    this.emit('will-quit', event)
    this.quitting = false
    if (event.defaultPrevented) return
    this.exitCode = 0
    this.emit('quit', new PreventableEvent(), 0)
  }
}
