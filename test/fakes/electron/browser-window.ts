import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { FakeApp } from './app.ts'
import { PreventableEvent } from './event.ts'
import type { FakeMenu } from './menu.ts'
import type { FakeSession } from './session.ts'
import { FakeWebContents } from './web-contents.ts'

type Faked = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'id'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setBackgroundColor'
  | 'setContentSize'
  | 'setDocumentEdited'
  | 'setFullScreen'
  | 'setRepresentedFilename'
  | 'setTitle'
  | 'show'
>

/** What a window needs of the rest of the double. */
export interface WindowHost {
  readonly app: FakeApp
  readonly session: FakeSession
  /** Fetches a page as the network service would. */
  fetch(url: string): Promise<Response>
  /** Runs the preload script of a page that is being loaded. */
  runPreload(contents: FakeWebContents): Promise<void>
}

/** A window that loads its page through the protocol handlers and shows nothing. */
export class FakeBrowserWindow extends EventEmitter implements Faked {
  readonly options: BrowserWindowConstructorOptions
  readonly webContents: FakeWebContents
  readonly id: number
  title = ''
  representedFilename = ''
  edited = false
  focused = 0
  minimized = false
  maximized = false
  fullScreen = false
  background = ''
  loads = 0
  /** Its own menu; none: the application's. */
  menu: FakeMenu | null = null
  bounds: Rectangle
  private visible: boolean
  private destroyed = false
  private readonly host: WindowHost

  constructor(options: BrowserWindowConstructorOptions, host: WindowHost) {
    super()
    if (!host.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.host = host
    this.id = host.app.created.length + 1
    this.webContents = new FakeWebContents(host.session)
    this.visible = options.show !== false
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.background = options.backgroundColor ?? '#FFFFFF'
    host.app.windows.add(this)
    host.app.created.push(this)
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
    if (this.isFocused()) this.host.app.focused = null
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
    this.takeFocus()
  }

  focus(): void {
    this.focused += 1
    this.takeFocus()
  }

  isFocused(): boolean {
    return this.host.app.focused === this
  }

  private takeFocus(): void {
    if (this.isFocused()) return
    this.host.app.focused?.emit('blur')
    this.host.app.focused = this
    this.emit('focus')
  }

  getNormalBounds(): Rectangle {
    return this.bounds
  }

  /** The writer moves or resizes the window. */
  place(bounds: Rectangle): void {
    this.bounds = bounds
    this.emit('move')
    this.emit('resize')
  }

  setContentSize(width: number, height: number): void {
    this.place({ ...this.bounds, width, height })
  }

  isMaximized(): boolean {
    return this.maximized
  }

  maximize(): void {
    this.maximized = true
    this.visible = true
    this.emit('maximize')
  }

  isFullScreen(): boolean {
    return this.fullScreen
  }

  setFullScreen(flag: boolean): void {
    this.fullScreen = flag
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }

  setBackgroundColor(colour: string): void {
    this.background = colour
  }

  setMenu(menu: FakeMenu | null): void {
    this.menu = menu
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
