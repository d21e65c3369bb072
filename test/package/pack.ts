import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { writeStubElectron } from './stub-electron.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The unpacked application as electron-builder makes it for Linux, around a stub of Electron. */
export interface Packed {
  /** Files inside the archive, as paths with `/` from its top. */
  readonly files: readonly string[]
  readonly archive: string
  readonly program: string
  /** Everything beside the program. */
  readonly folder: string
  /** Where the archive was extracted to. */
  readonly extracted: string
}

/** Packages dist/ as it is into `folder`. */
export async function pack(folder: string): Promise<Packed> {
  const stub = join(folder, 'electron')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  mkdirSync(stub, { recursive: true })
  writeStubElectron(stub, version)
  const output = join(folder, 'release')
  await promisify(execFile)(
    join(ROOT, 'node_modules/.bin/electron-builder'),
    ['--linux', 'dir', '--publish', 'never', `-c.electronDist=${stub}`, `-c.directories.output=${output}`],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  )
  const unpacked = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  const archive = join(unpacked, 'resources/app.asar')
  const extracted = join(folder, 'app')
  extractAll(archive, extracted)
  const entries = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  const files = entries.filter((path) => !entries.some((other) => other.startsWith(`${path}/`)))
  return { files, archive, program: join(unpacked, 'galley'), folder: unpacked, extracted }
}
