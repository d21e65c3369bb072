import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'

type Faked = Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>

/** The theme: the system's, until a source says otherwise; `updated` tells of each change. */
export class FakeNativeTheme extends EventEmitter implements Faked {
  private source: NativeTheme['themeSource'] = 'system'
  private systemIsDark = false

  get themeSource(): NativeTheme['themeSource'] {
    return this.source
  }

  set themeSource(source: NativeTheme['themeSource']) {
    const before = this.shouldUseDarkColors
    this.source = source
    if (this.shouldUseDarkColors !== before) this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark' || (this.source === 'system' && this.systemIsDark)
  }

  /** The system's theme becomes another. */
  systemBecomes(dark: boolean): void {
    const before = this.shouldUseDarkColors
    this.systemIsDark = dark
    if (this.shouldUseDarkColors !== before) this.emit('updated')
  }
}
