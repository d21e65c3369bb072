import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { FakeApp } from './app.ts'
import { PreventableEvent } from './event.ts'
import { FakeWebContents } from './web-contents.ts'

type Faked = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'restore'
  | 'setDocumentEdited'
  | 'setRepresentedFilename'
  | 'setTitle'
  | 'show'
>

/** What a window needs of the rest of the double. */
export interface WindowHost {
  readonly app: FakeApp
  /** Fetches a page as the network service would. */
  fetch(url: string): Promise<Response>
  /** Runs the preload script of a page that is being loaded. */
  runPreload(contents: FakeWebContents): Promise<void>
}

/** A window that loads its page through the protocol handlers and shows nothing. */
export class FakeBrowserWindow extends EventEmitter implements Faked {
  readonly options: BrowserWindowConstructorOptions
  readonly webContents = new FakeWebContents()
  title = ''
  representedFilename = ''
  edited = false
  focused = 0
  minimized = false
  loads = 0
  private visible: boolean
  private destroyed = false
  private readonly host: WindowHost

  constructor(options: BrowserWindowConstructorOptions, host: WindowHost) {
    super()
    if (!host.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.host = host
    this.visible = options.show !== false
    host.app.windows.add(this)
    host.app.emit('web-contents-created', new PreventableEvent(), this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    const response = await this.host.fetch(url)
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`)
    this.webContents.crashed = false
    this.webContents.renderer.removeAllListeners()
    this.webContents.mainFrame = { url, parent: null }
    await this.host.runPreload(this.webContents)
    this.loads += 1
    this.emit('ready-to-show')
    this.emit('loaded')
  }

  close(): void {
    if (this.destroyed) return
    const event = new PreventableEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    this.destroyed = true
    this.visible = false
    this.emit('closed')
    this.host.app.windowClosed(this)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isVisible(): boolean {
    return this.visible
  }

  show(): void {
    this.visible = true
  }

  focus(): void {
    this.focused += 1
  }

  isMinimized(): boolean {
    return this.minimized
  }

  restore(): void {
    this.minimized = false
  }

  setTitle(title: string): void {
    this.title = title
  }

  setRepresentedFilename(filename: string): void {
    this.representedFilename = filename
  }

  setDocumentEdited(edited: boolean): void {
    this.edited = edited
  }
}
