import type { BrowserContextOptions, Page } from '@playwright/test'

/** What a journey does that a shell has in a form of its own: drawn in the page, or native. */
export interface Driver {
  /** The first page. */
  readonly page: Page
  /** Chooses a command of the menu bar by the labels on the way to it. */
  menu(page: Page, ...labels: readonly string[]): Promise<void>
  /** Does `ask`, which brings up a dialog that opens a file, and chooses this one (absolute path). */
  openFile(page: Page, path: string, ask: () => Promise<void>): Promise<void>
  /** Does `ask`, which brings up a dialog that saves, and gives this absolute path. */
  saveAs(page: Page, path: string, ask: () => Promise<void>): Promise<void>
  /** Does `ask`, which brings up a menu at the pointer; the labels in it, which stays open. */
  popup(page: Page, ask: () => Promise<void>): Promise<readonly string[]>
  /** Chooses an item of the menu at the pointer; null: closes it. */
  choose(page: Page, label: string | null): Promise<void>
  /** The page that comes up beside those there are when `act` is done. */
  windowAfter(act: () => Promise<void>): Promise<Page>
  /** One more page of the same Galley, that opens nothing. */
  another(): Promise<Page>
  /** What of this type is on the clipboard. */
  clipboard(page: Page, type?: ClipboardType): Promise<string>
  /** Puts a text on the clipboard as another program would, with its HTML if it has any. */
  copy(page: Page, plain: string, html?: string): Promise<void>
  /** Ends the shell at once, as a crash would. */
  kill(): Promise<void>
}

export type ClipboardType = 'text/plain' | 'text/html'

/** How the page of a journey is to be. */
export interface Look {
  readonly viewport: { readonly width: number; readonly height: number } | null
  readonly locale: string | undefined
  readonly colorScheme: 'light' | 'dark' | 'no-preference' | null | undefined
  readonly contextOptions: Pick<BrowserContextOptions, 'contrast' | 'forcedColors' | 'reducedMotion'>
}
