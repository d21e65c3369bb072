import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

interface Machine {
  readonly folder: string
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly uid?: number
  readonly limit?: number
}

interface StartScript {
  findProgram(machine: Machine): Promise<{ readonly program: string } | { readonly reason: string }>
  pathsAmong(args: readonly string[], folder: string): readonly string[]
  asksOnly(args: readonly string[]): boolean
}

interface ElectronScript {
  reasonOf(output: string): string
}

const SCRIPTS = join(import.meta.dirname, '../../scripts')
const start = (await import(join(SCRIPTS, 'start.mjs'))) as StartScript
const electron = (await import(join(SCRIPTS, 'electron.mjs'))) as ElectronScript

const DISPLAY = { PATH: process.env.PATH, DISPLAY: ':0' }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-start-'))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** The npm package of Electron with an installer that does `script`. */
function installerThat(script: string): void {
  writeFileSync(join(folder, 'install.js'), script)
}

function placeProgram(): string {
  mkdirSync(join(folder, 'dist'))
  const program = join(folder, 'dist', 'electron')
  writeFileSync(program, '')
  chmodSync(program, 0o755)
  writeFileSync(join(folder, 'path.txt'), 'electron')
  return program
}

const find = (own: Partial<Machine> = {}): ReturnType<StartScript['findProgram']> =>
  start.findProgram({ folder, platform: 'linux', env: DISPLAY, uid: 1000, ...own })

describe('npm start', () => {
  it("finds Electron's program where its installer put it", async () => {
    expect(await find()).toHaveProperty('reason')
    const program = placeProgram()
    expect(await find()).toEqual({ program })
  })

  it('finds the program in the folder that overrides it', async () => {
    placeProgram()
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'electron'), '')
    const env = { ...DISPLAY, ELECTRON_OVERRIDE_DIST_PATH: elsewhere }
    expect(await find({ env })).toEqual({ program: join(elsewhere, 'electron') })
  })

  it('fetches a missing program once', async () => {
    installerThat(`
      const fs = require('node:fs')
      fs.mkdirSync(__dirname + '/dist')
      fs.writeFileSync(__dirname + '/dist/electron', '')
      fs.writeFileSync(__dirname + '/path.txt', 'electron')
    `)
    expect(await find()).toEqual({ program: join(folder, 'dist', 'electron') })
  })

  it.each([
    ['no package at all', null, 'its npm package is not installed'],
    [
      'no network',
      "console.error('TypeError: fetch failed\\n    at node:internal/x:1:1'); process.exit(1)",
      'its download server cannot be reached',
    ],
    [
      'a refusing server',
      "console.error('HTTPError: Response code 403 (Forbidden) for https://x.example/y'); process.exit(1)",
      'its download server answered 403',
    ],
    [
      'an unknown platform',
      "throw new Error('No builds for this platform: vms')",
      'No builds for this platform',
    ],
    ['an installer that does nothing', '', 'its installer left no program behind'],
    ['an installer that fails silently', 'process.exit(1)', 'its installer failed'],
  ])('says in one line why there is no program: %s', async (_, script, reason) => {
    if (script !== null) installerThat(script)
    const found = await find()
    const said = 'reason' in found ? found.reason : ''
    expect(said).toMatch(/^Electron could not be fetched: /)
    expect(said).toContain(reason)
    expect(said).not.toMatch(/\n| at /)
  })

  it('does not wait for a program for ever', async () => {
    installerThat('setInterval(() => undefined, 1000)')
    const found = await find({ limit: 100 })
    expect(found).toEqual({ reason: expect.stringContaining('did not arrive within') as string })
  })

  it('does not fetch what could not show a window', async () => {
    installerThat("throw new Error('not expected to run')")
    const found = await find({ env: { PATH: process.env.PATH } })
    expect(found).toEqual({ reason: 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)' })
    expect(await find({ uid: 0 })).toEqual({ reason: 'Electron does not run as root with its sandbox on' })
  })

  it('asks for no display where every session has one', async () => {
    const program = placeProgram()
    expect(await find({ platform: 'darwin', env: {} })).toEqual({ program })
    expect(await find({ platform: 'win32', env: {} })).toEqual({ program })
  })

  it('gives the desktop app the files as absolute paths, without the options of the browser shell', () => {
    const args = ['--port', '80', 'a.md', '--no-open', '/b.md', '--port=1', '--', '-c.md']
    expect(start.pathsAmong(args, '/w')).toEqual(['/w/a.md', '/b.md', '/w/-c.md'])
  })

  it('finds the line that says what happened among the words of an installer', () => {
    const output =
      'Downloading\nError: Generated checksum for "e.zip" did not match expected checksum.\n    at x (y:1)'
    expect(electron.reasonOf(output)).toBe('Generated checksum for "e.zip" did not match expected checksum')
  })
})

describe('what npm start is asked', () => {
  it.each([
    [['--help'], true],
    [['a.md', '-v'], true],
    [['--', '--help'], false],
    [['a.md'], false],
  ])('%j is for help or the version alone: %s', (args, only) => {
    expect(start.asksOnly(args)).toBe(only)
  })
})
