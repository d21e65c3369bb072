import type { AppInfo, EventName, Events, Handlers } from '../../core/contract.ts'
import type { Assets } from './assets.ts'

/** The native file dialogs. */
export interface Dialogs {
  /** Absolute paths; empty when the writer cancels. */
  open(): Promise<readonly string[]>
  /** An absolute path, or null when the writer cancels. */
  save(suggestedPath: string): Promise<string | null>
}

/** What the services need of a shell. */
export interface Ports {
  /** Opens an address in the system's browser or mail program; only `http:`, `https:` and `mailto:` are passed. */
  openExternal(url: string): Promise<void>
  /** Null where the page draws its own dialogs. */
  readonly dialogs: Dialogs | null
}

export interface ServiceOptions {
  /** Absolute path of the user data folder; created when missing. */
  readonly dataDir: string
  readonly version: string
  readonly shell: AppInfo['shell']
  /** Absolute paths given on the command line. */
  readonly openAtStart: readonly string[]
  /** BCP 47; without it the locale of the process. */
  readonly locale?: string
  emit<E extends EventName>(event: E, payload: Events[E]): void
  readonly ports: Ports
}

/** The methods a shell answers itself. */
export type ShellMethod = 'menu.set' | 'window.state' | 'window.close'
export type ServiceHandlers = Omit<Handlers, ShellMethod>

export interface Services {
  readonly handlers: ServiceHandlers
  readonly assets: Assets
  /** Ends the watching and waits for every save and journal under way. */
  dispose(): Promise<void>
}

/** Every service on one user data folder. Starts at once and does its housekeeping in the background. */
export function createServices(options: ServiceOptions): Services {
  throw new Error(`The services on ${options.dataDir} are not composed yet`)
}
