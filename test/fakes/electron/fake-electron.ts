import { EventEmitter } from 'node:events'
import type { ContextBridge, CustomScheme, IpcMain, IpcRenderer, Protocol, Shell, WebUtils } from 'electron'
import { FakeApp, type AppOptions } from './app.ts'
import { FakeBrowserWindow, type WindowHost } from './browser-window.ts'
import { FakeClipboard, FakeClipboardItem } from './clipboard.ts'
import { FakeDialog } from './dialog.ts'
import { FakeMenu } from './menu.ts'
import { FakeNativeTheme } from './native-theme.ts'
import { FakeScreen } from './screen.ts'
import { FakeSession } from './session.ts'
import type { FakeWebContents } from './web-contents.ts'

type CallHandler = Parameters<IpcMain['handle']>[1]
type ProtocolHandler = Parameters<Protocol['handle']>[1]

/** Who sends a message, when it is not the top frame of the page. */
export interface Sender {
  readonly sender?: unknown
  readonly senderFrame?: { readonly url: string; readonly parent: unknown } | null
}

/** A double of Electron: what the main process and a preload script import, and what a test does to them. */
export class FakeElectron {
  readonly app: FakeApp
  readonly dialog = new FakeDialog()
  readonly session = new FakeSession()
  readonly nativeTheme = new FakeNativeTheme()
  readonly screen = new FakeScreen()
  readonly powerMonitor = new EventEmitter()
  /** Files and folders shown in the system's file manager. */
  readonly shownPaths: string[] = []
  /** Addresses given to the system. */
  readonly opened: string[] = []
  /** Files moved to the system's trash. */
  readonly trashed: string[] = []
  readonly clipboard = new FakeClipboard()
  readonly schemes: CustomScheme[] = []
  private readonly handlers = new Map<string, CallHandler>()
  private readonly protocols = new Map<string, ProtocolHandler>()
  private main: object | null = null
  private readonly loadPreload: (module: object) => Promise<void>

  /** `loadPreload` runs the preload script on the given module in place of `electron`. */
  constructor(options: AppOptions, loadPreload: (module: object) => Promise<void>) {
    this.app = new FakeApp(options)
    this.loadPreload = loadPreload
    FakeMenu.application = null
    FakeMenu.popup = null
  }

  /** The one window there is. */
  get window(): FakeBrowserWindow {
    const [window] = this.app.windows
    if (!window) throw new Error('There is no window')
    return window
  }

  /** The windows there are, oldest first. */
  get windows(): readonly FakeBrowserWindow[] {
    return [...this.app.windows]
  }

  /** The channels the main process listens on. */
  get channels(): readonly string[] {
    return [...this.handlers.keys()]
  }

  /** The menu bar that is shown: that of the one window, or the application's. */
  get menu(): FakeMenu {
    const menu = [...this.app.windows][0]?.menu ?? FakeMenu.application
    if (!menu) throw new Error('There is no menu')
    return menu
  }

  /** Calls a handler of the main process as the page, or as `from`. */
  async invoke(
    contents: FakeWebContents,
    channel: string,
    args: readonly unknown[],
    from: Sender = {},
  ): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const event = { sender: contents, senderFrame: contents.mainFrame, ...from }
    const copies = args.map((it) => structuredClone(it))
    return structuredClone(await (handler(event as never, ...copies) as Promise<unknown>))
  }

  /** Asks a protocol handler. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const handler = this.protocols.get(new URL(url).protocol.replace(':', ''))
    if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME loading '${url}'`)
    return handler(new Request(url, init))
  }

  /** What `import … from 'electron'` gives in the main process, always the same. */
  mainModule(): object {
    return (this.main ??= this.makeMainModule())
  }

  private makeMainModule(): object {
    const host: WindowHost = {
      app: this.app,
      session: this.session,
      fetch: (url) => this.fetch(url),
      runPreload: (contents) => this.loadPreload(this.preloadModule(contents)),
    }
    class BrowserWindow extends FakeBrowserWindow {
      constructor(options: FakeBrowserWindow['options']) {
        super(options, host)
      }

      static fromId(id: number): FakeBrowserWindow | null {
        return [...host.app.windows].find((it) => it.id === id) ?? null
      }

      static getFocusedWindow(): FakeBrowserWindow | null {
        return host.app.focused
      }
    }
    const ipcMain: Pick<IpcMain, 'handle'> = {
      handle: (channel, handler) => {
        if (this.handlers.has(channel))
          throw new Error(`Attempted to register a second handler for '${channel}'`)
        this.handlers.set(channel, handler)
      },
    }
    const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
      registerSchemesAsPrivileged: (schemes) => {
        if (this.app.isReady() || this.schemes.length > 0) {
          throw new Error('protocol.registerSchemesAsPrivileged should be called once, before app is ready')
        }
        this.schemes.push(...schemes)
      },
      handle: (scheme, handler) => {
        if (!this.app.isReady())
          throw new Error('protocol.handle needs the default session: app is not ready')
        this.protocols.set(scheme, handler)
      },
    }
    const shell: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem'> = {
      openPath: (path) => {
        this.shownPaths.push(path)
        return Promise.resolve('')
      },
      trashItem: (path) => {
        this.trashed.push(path)
        return Promise.resolve()
      },
      showItemInFolder: (path) => void this.shownPaths.push(path),
      openExternal: (url) => {
        this.opened.push(url)
        return Promise.resolve()
      },
    }
    return {
      app: this.app,
      BrowserWindow,
      clipboard: this.clipboard,
      ClipboardItem: FakeClipboardItem,
      dialog: this.dialog,
      ipcMain,
      Menu: FakeMenu,
      nativeTheme: this.nativeTheme,
      powerMonitor: this.powerMonitor,
      screen: this.screen,
      protocol,
      session: { defaultSession: this.session },
      shell,
    }
  }

  /** What `import … from 'electron'` gives in the preload script of a page. */
  private preloadModule(contents: FakeWebContents): object {
    const ipcRenderer: Pick<IpcRenderer, 'invoke'> & {
      on(channel: string, listener: Parameters<IpcRenderer['on']>[1]): void
    } = {
      invoke: (channel, ...args) => this.invoke(contents, channel, args),
      on: (channel, listener) => void contents.renderer.on(channel, listener),
    }
    const contextBridge: Pick<ContextBridge, 'exposeInMainWorld'> = {
      exposeInMainWorld: (name, api) => void (contents.mainWorld[name] = api),
    }
    const webUtils: Pick<WebUtils, 'getPathForFile'> = {
      // A file of the page's own making is on no disk.
      getPathForFile: (file) => (file as { readonly path?: string }).path ?? '',
    }
    return { contextBridge, ipcRenderer, webUtils }
  }
}
