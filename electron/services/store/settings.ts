import { join } from 'node:path'
import type { Encoding } from '../../../core/encodings.ts'
import { AppError } from '../../../core/errors.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts'
import { validateSettings } from '../../../core/settings-validate.ts'
import { createSerial } from '../files/serial.ts'
import { keepAside, readIfThere, writePrivate } from './json-file.ts'
import { migrate } from '../../../core/settings-migrate.ts'

export interface SettingsStore {
  read(): Promise<Settings>
  /** Lays the patch over what is stored now, which another Galley may have written. Throws `badRequest`. */
  write(patch: Partial<Settings>): Promise<Settings>
  /** Remembers the encoding chosen for a file, or forgets it (null). */
  rememberEncoding(path: string, encoding: Encoding | null): Promise<void>
  settled(): Promise<void>
}

export interface SettingsStoreOptions {
  readonly dataDir: string
  changed(settings: Settings): void
  /** Called once for a settings file that was not wholly valid: the fields, and the name it was kept under. */
  invalid(fields: readonly string[], kept: string): void
}

/** How many remembered paths are kept; the oldest go first. */
const MAX_PATHS = 1000

interface Stored {
  /** What the file holds, with fields of other versions of Galley. */
  readonly raw: Readonly<Record<string, unknown>>
  readonly settings: Settings
}

function bounded(settings: Settings): Settings {
  const encodings = Object.entries(settings.encodings)
  const schemas = Object.entries(settings.schemas)
  return {
    ...settings,
    remoteImagesAllowed: settings.remoteImagesAllowed.slice(-MAX_PATHS),
    encodings: Object.fromEntries(encodings.slice(-MAX_PATHS)),
    schemas: Object.fromEntries(schemas.slice(-MAX_PATHS)),
  }
}

/** The writer's settings as readable JSON in `settings.json`. */
export function createSettingsStore(options: SettingsStoreOptions): SettingsStore {
  const file = join(options.dataDir, 'settings.json')
  const serial = createSerial()
  /** The text that has already been reported, so that one mistake is kept aside and told of once. */
  let reported: string | null = null

  async function load(): Promise<Stored> {
    const text = await readIfThere(file)
    if (text === null) return { raw: {}, settings: DEFAULT_SETTINGS }
    let parsed: unknown = null
    try {
      parsed = JSON.parse(text)
    } catch {
      // Reported below like a file that holds something else than settings.
    }
    const value = migrate(parsed)
    const result = validateSettings(value)
    if (result.invalid.length > 0 && text !== reported) {
      options.invalid(result.invalid, await keepAside(file))
      reported = text
    }
    const known = !result.invalid.includes('*') && typeof value === 'object' && value !== null
    return { raw: known ? { ...value } : {}, settings: result.settings }
  }

  async function change(edit: (settings: Settings) => Settings): Promise<Settings> {
    return serial.run(file, async () => {
      const { raw, settings: before } = await load()
      const settings = bounded(edit(before))
      await writePrivate(file, JSON.stringify({ ...raw, ...settings }, null, 2) + '\n')
      options.changed(settings)
      return settings
    })
  }

  return {
    read: () => serial.run(file, async () => (await load()).settings),
    write: (patch) =>
      change((before) => {
        const { settings, invalid: wrong } = validateSettings(patch, before)
        if (wrong.length > 0) throw new AppError('badRequest', `Not valid settings: ${wrong.join(', ')}.`)
        return settings
      }),
    async rememberEncoding(path, encoding) {
      const { encodings } = await this.read()
      if ((encodings[path] ?? null) === encoding) return
      await change((before) => {
        const others = Object.entries(before.encodings).filter(([it]) => it !== path)
        const mine: [string, Encoding][] = encoding === null ? [] : [[path, encoding]]
        return { ...before, encodings: Object.fromEntries([...others, ...mine]) }
      })
    },
    settled: () => serial.settled(),
  }
}
