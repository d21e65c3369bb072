import type { Page } from '@playwright/test'
import type { Galley } from './galley.ts'
import { source } from './page.ts'

/** What a test puts on the clipboard or drops; images are base64. */
export interface Payload {
  readonly html?: string
  readonly plain?: string
  readonly rtf?: string
  /** What VS Code says of the code it copies, as JSON. */
  readonly vsCode?: string
  readonly files?: readonly { readonly name: string; readonly type: string; readonly base64: string }[]
}

/** A picture of one dot: PNG, base64. */
export const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Puts HTML and text on the real clipboard, as another program would, and pastes with the keys. */
export async function pasteByKeys(
  galley: Pick<Galley, 'copy'>,
  page: Page,
  { html, plain = '' }: Payload,
  keys = 'Control+v',
): Promise<void> {
  await galley.copy(page, plain, html)
  await source(page).focus()
  await page.keyboard.press(keys)
}

/** Sends the source a paste event with exactly this content: the clipboard API would clean the HTML before. */
export async function paste(page: Page, payload: Payload): Promise<void> {
  await source(page).evaluate((target, { html, plain, rtf, vsCode, files = [] }: Payload) => {
    const data = new DataTransfer()
    if (html !== undefined) data.setData('text/html', html)
    if (plain !== undefined) data.setData('text/plain', plain)
    if (rtf !== undefined) data.setData('text/rtf', rtf)
    if (vsCode !== undefined) data.setData('vscode-editor-data', vsCode)
    for (const { name, type, base64 } of files)
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }))
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, payload)
}

/** Drops files at the middle of what a selector finds. */
export async function drop(page: Page, selector: string, payload: Payload): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((target, { files = [] }: Payload) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of files)
        data.items.add(
          new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }),
        )
      const box = target.getBoundingClientRect()
      const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
      for (const kind of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, ...at }),
        )
    }, payload)
}
