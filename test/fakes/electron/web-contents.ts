import { EventEmitter } from 'node:events'
import type {
  ContextMenuParams,
  PrintToPDFOptions,
  RenderProcessGoneDetails,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron'
import { PreventableEvent } from './event.ts'
import type { FakeSession } from './session.ts'

type Faked = Pick<
  WebContents,
  | 'forcefullyCrashRenderer'
  | 'printToPDF'
  | 'replaceMisspelling'
  | 'send'
  | 'setWindowOpenHandler'
  | 'showDefinitionForSelection'
>
type Frame = Pick<WebFrameMain, 'url'> & { readonly parent: Frame | null }
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

class NavigationEvent extends PreventableEvent {
  readonly url: string
  readonly isMainFrame: boolean

  constructor(url: string, isMainFrame: boolean) {
    super()
    this.url = url
    this.isMainFrame = isMainFrame
  }
}

/** A page: what is sent to it reaches the listeners of its `ipcRenderer`; what it does can be tried. */
export class FakeWebContents extends EventEmitter implements Faked {
  mainFrame: Frame = { url: 'about:blank', parent: null }
  /** The page's end of the channels. */
  readonly renderer = new EventEmitter()
  /** What the preload script has exposed, by name. */
  readonly mainWorld: Record<string, unknown> = {}
  crashed = false
  private openHandler: OpenHandler = () => ({ action: 'allow' })

  /** The session it belongs to; there is only the default one. */
  readonly session: FakeSession
  /** What was put in place of a misspelled word. */
  readonly replaced: string[] = []
  lookedUp = 0

  constructor(session: FakeSession) {
    super()
    this.session = session
  }

  /** What was made a PDF of: the page shown then, and how. */
  readonly printed: { readonly url: string; readonly options: PrintToPDFOptions }[] = []

  printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    this.printed.push({ url: this.mainFrame.url, options })
    return Promise.resolve(Buffer.from('%PDF-1.7 of a double'))
  }

  replaceMisspelling(text: string): void {
    this.replaced.push(text)
  }

  showDefinitionForSelection(): void {
    this.lookedUp += 1
  }

  /** The writer asks for a menu over something that the page leaves to the browser. */
  askForMenu(params: Partial<ContextMenuParams>): void {
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
    this.emit('context-menu', new PreventableEvent(), {
      isEditable: false,
      selectionText: '',
      misspelledWord: '',
      dictionarySuggestions: [],
      editFlags,
      frame: null,
      menuSourceType: 'mouse',
      ...params,
    })
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.crashed) return
    // Messages are copied as `postMessage` does.
    this.renderer.emit(channel, new PreventableEvent(), ...args.map((it) => structuredClone(it)))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  forcefullyCrashRenderer(): void {
    this.crash('killed')
  }

  /** The process of the page ends. */
  crash(reason: RenderProcessGoneDetails['reason']): void {
    this.crashed = true
    this.emit('render-process-gone', new PreventableEvent(), { reason, exitCode: 1 })
  }

  /** What becomes of a `window.open` in the page. */
  tryToOpen(url: string): WindowOpenHandlerResponse['action'] {
    const details = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '' } }
    return this.openHandler(details as Parameters<OpenHandler>[0]).action
  }

  /** Whether a navigation that the page begins goes through. */
  tryToNavigate(url: string, isMainFrame = true): boolean {
    const inFrame = new NavigationEvent(url, isMainFrame)
    this.emit('will-frame-navigate', inFrame)
    if (!isMainFrame) return !inFrame.defaultPrevented
    const event = new NavigationEvent(url, true)
    this.emit('will-navigate', event, url)
    return !inFrame.defaultPrevented && !event.defaultPrevented
  }

  /** Whether a redirection goes through. */
  tryToRedirect(url: string): boolean {
    const event = new NavigationEvent(url, true)
    this.emit('will-redirect', event, url)
    return !event.defaultPrevented
  }

  /** Whether a `<webview>` may be attached. */
  tryToAttachWebview(): boolean {
    const event = new PreventableEvent()
    this.emit('will-attach-webview', event, {}, {})
    return !event.defaultPrevented
  }
}
