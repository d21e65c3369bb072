import { readFile, stat } from 'node:fs/promises'
import type { Settings } from '../../../core/settings.ts'
import { exportedText } from '../../../core/settings-portable.ts'
import { fileError, fileProblem } from '../files/file-error.ts'
import { writePrivate } from './json-file.ts'

/** No settings are as large as this, in bytes. */
const MAX_BYTES = 1024 * 1024

/** Writes what of the settings can go to another machine, replacing the file whole. Throws an `AppError` of writing. */
export async function exportSettings(path: string, settings: Settings): Promise<void> {
  try {
    await writePrivate(path, exportedText(settings))
  } catch (error) {
    throw fileError(error, path, 'saving')
  }
}

/** The text of a file that should hold exported settings. Throws `tooLarge` and the `AppError`s of reading. */
export async function readSettingsFile(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > MAX_BYTES)
      throw fileProblem('tooLarge', path, 'is no settings file', { bytes: size, limit: MAX_BYTES })
    const text = await readFile(path, 'utf8')
    return text.replace(/^\uFEFF/, '')
  } catch (error) {
    throw fileError(error, path, 'reading')
  }
}
