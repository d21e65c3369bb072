/** The native file dialogs. */
export interface Dialogs {
  /** Absolute paths of articles, or of one settings file; empty when the writer cancels. */
  open(purpose?: 'settings'): Promise<readonly string[]>
  /** An absolute path, or null when the writer cancels. */
  openFolder(): Promise<string | null>
  /** An absolute path, or null when the writer cancels. */
  save(suggestedPath: string): Promise<string | null>
}

/** What the services need of a shell. */
export interface Ports {
  /** Opens an address in the system's browser or mail program; only `http:`, `https:` and `mailto:` are passed. */
  openExternal(url: string): Promise<void>
  /** Shows a folder in the system's file manager; absent where there is none. */
  showFolder?(path: string): Promise<void>
  /** Moves a file to the system's trash; absent where there is none. */
  readonly trash?: (path: string) => Promise<void>
  /** Null where the page draws its own dialogs. */
  readonly dialogs: Dialogs | null
}
