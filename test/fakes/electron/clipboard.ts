import type { Clipboard, ClipboardItem } from 'electron'

type FakedItem = Pick<ClipboardItem, 'types'> & { getType(type: string): Promise<Blob> }
type Faked = Pick<Clipboard, 'readText'> & {
  read(): Promise<FakedItem[]>
  write(items: FakedItem[]): Promise<void>
}

/** Texts by their types, as they are put on the clipboard. */
export class FakeClipboardItem implements FakedItem {
  readonly types: string[]
  private readonly texts: Readonly<Record<string, string>>

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = texts
    this.types = Object.keys(texts)
  }

  getType(type: string): Promise<Blob> {
    const text = this.texts[type]
    if (text === undefined) return Promise.reject(new Error(`The type '${type}' was not found`))
    return Promise.resolve(new Blob([text], { type }))
  }
}

/** The clipboard of the system, empty at first. */
export class FakeClipboard implements Faked {
  private items: FakedItem[] = []

  read(): Promise<FakedItem[]> {
    return Promise.resolve(this.items)
  }

  write(items: FakedItem[]): Promise<void> {
    this.items = items
    return Promise.resolve()
  }

  async readText(): Promise<string> {
    const item = this.items.find(({ types }) => types.includes('text/plain'))
    return item ? (await item.getType('text/plain')).text() : ''
  }
}
