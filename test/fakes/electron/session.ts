import { EventEmitter } from 'node:events'
import type {
  BeforeSendResponse,
  HeadersReceivedResponse,
  OnBeforeSendHeadersListenerDetails,
  OnHeadersReceivedListenerDetails,
  Session,
  WebContents,
  WebRequest,
} from 'electron'
import { PreventableEvent } from './event.ts'

type Faked = Pick<
  Session,
  | 'addWordToSpellCheckerDictionary'
  | 'availableSpellCheckerLanguages'
  | 'clearCache'
  | 'clearCodeCaches'
  | 'clearStorageData'
  | 'listWordsInSpellCheckerDictionary'
  | 'removeWordFromSpellCheckerDictionary'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
>
type SendingListener = Parameters<WebRequest['onBeforeSendHeaders']>[0]
type ReceivedListener = Parameters<WebRequest['onHeadersReceived']>[0]
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0]
export type Permission = Parameters<NonNullable<RequestHandler>>[1]

/** A session that grants every permission until it has a handler, as Electron does. */
export class FakeSession extends EventEmitter implements Faked {
  private requested: RequestHandler = null
  private checked: CheckHandler = null
  private device: DeviceHandler = null

  private sending: SendingListener = null
  private received: ReceivedListener = null
  readonly webRequest: Pick<WebRequest, 'onBeforeSendHeaders' | 'onHeadersReceived'> = {
    onBeforeSendHeaders: (_filter: unknown, listener?: unknown) => {
      this.sending = listener as SendingListener
    },
    onHeadersReceived: (_filter: unknown, listener?: unknown) => {
      this.received = listener as ReceivedListener
    },
  }

  /** What a request over the web sends, and what of its answer's headers is heeded. */
  async exchange(requestHeaders: Record<string, string>, responseHeaders: Record<string, string[]>) {
    const { sending, received } = this
    const sent = await new Promise<BeforeSendResponse>((resolve) => {
      if (!sending) resolve({})
      else sending({ requestHeaders } as OnBeforeSendHeadersListenerDetails, resolve)
    })
    const heeded = await new Promise<HeadersReceivedResponse>((resolve) => {
      if (!received) resolve({})
      else received({ responseHeaders } as OnHeadersReceivedListenerDetails, resolve)
    })
    return {
      sent: sent.requestHeaders ?? requestHeaders,
      heeded: heeded.responseHeaders ?? responseHeaders,
    }
  }

  readonly availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'fr']
  /** What was told about spelling: whether, in which languages, and where dictionaries come from. */
  readonly spelling = {
    enabled: true,
    languages: ['en-US'] as readonly string[],
    from: 'https://redirector.gvt1.com/edgedl/chrome/dict/',
    words: [] as string[],
  }

  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.spelling.from = new URL(url).href
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling.enabled = enabled
  }

  setSpellCheckerLanguages(languages: string[]): void {
    const unknown = languages.find((it) => !this.availableSpellCheckerLanguages.includes(it))
    if (unknown !== undefined)
      throw new Error(`Invalid language code provided: "${unknown}" is not a valid language code`)
    this.spelling.languages = languages
  }

  addWordToSpellCheckerDictionary(word: string): boolean {
    this.spelling.words.push(word)
    return true
  }

  removeWordFromSpellCheckerDictionary(word: string): boolean {
    const at = this.spelling.words.indexOf(word)
    if (at >= 0) this.spelling.words.splice(at, 1)
    return at >= 0
  }

  listWordsInSpellCheckerDictionary(): Promise<string[]> {
    return Promise.resolve(this.spelling.words)
  }

  /** What was cleared, in order. */
  readonly cleared: string[] = []

  clearCache(): Promise<void> {
    this.cleared.push('cache')
    return Promise.resolve()
  }

  clearCodeCaches(options: Parameters<Session['clearCodeCaches']>[0]): Promise<void> {
    this.cleared.push(options.urls ? 'some code' : 'code')
    return Promise.resolve()
  }

  clearStorageData(options?: Parameters<Session['clearStorageData']>[0]): Promise<void> {
    this.cleared.push(...(options?.storages ?? ['everything']))
    return Promise.resolve()
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requested = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checked = handler
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.device = handler
  }

  /** Whether a page gets what it asks for. */
  request(contents: unknown, permission: Permission): Promise<boolean> {
    const { requested } = this
    if (!requested) return Promise.resolve(true)
    const details = { requestingUrl: 'app://galley/', isMainFrame: true }
    return new Promise((resolve) => requested(contents as WebContents, permission, resolve, details))
  }

  /** Whether a page is told that it has a permission. */
  check(permission: Permission): boolean {
    const details = { isMainFrame: true, requestingUrl: 'app://galley/' }
    return this.checked?.(null, permission, 'app://galley', details) ?? true
  }

  /** Whether a page may use a device. */
  useDevice(): boolean {
    const details = { deviceType: 'usb', origin: 'app://galley', device: {} }
    return this.device?.(details as Parameters<NonNullable<DeviceHandler>>[0]) ?? false
  }

  /** Whether a download goes through. */
  download(): boolean {
    const event = new PreventableEvent()
    this.emit('will-download', event, {}, {})
    return !event.defaultPrevented
  }
}
