import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What marks the fuses in Electron's program (electronjs.org/docs/latest/tutorial/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses by their place on the wire, version 1. */
export const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
] as const

/** Electron's own defaults, as its program comes: fuses on (`1`) or off (`0`). */
const DEFAULTS = '10110001'

/** Writes what Electron's distribution for Linux holds, with a program that only carries the fuses. */
export function writeStubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const program = Buffer.concat([
    Buffer.from(`\x7fELF${' '.repeat(64)}${SENTINEL}`, 'latin1'),
    Buffer.from([1, DEFAULTS.length]),
    Buffer.from(DEFAULTS),
  ])
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'The licence of Electron\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<p>The licences of Chromium</p>\n')
}

/** Which fuses a packaged program has on. */
export function fusesOn(program: Buffer): readonly string[] {
  const wire = program.indexOf(SENTINEL) + SENTINEL.length + 2
  return FUSES.filter((_, at) => program[wire + at] === '1'.charCodeAt(0))
}
