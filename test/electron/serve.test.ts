import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import type { AppInfo, Reply } from '../../core/contract.ts'
import { tokenProtocol } from '../../core/socket-messages.ts'
import { nodeBundle } from '../../vite.electron.config.ts'
import { Client } from './server/helpers.ts'

const PROJECT = join(import.meta.dirname, '../..')
let folder: string
const running: ChildProcess[] = []

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Run {
  readonly child: ChildProcess
  /** The first line on stdout; fails when there is none. */
  readonly ready: () => Promise<string>
  readonly ended: Promise<Ended>
}

/** Runs the bundled browser shell in the temporary folder. */
function serve(...args: readonly string[]): Run {
  const env = { ...process.env, GALLEY_DATA_DIR: join(folder, 'data'), DISPLAY: '', WAYLAND_DISPLAY: '' }
  const child = spawn(process.execPath, [join(folder, 'dist/electron/serve.js'), ...args], {
    cwd: folder,
    env,
  })
  running.push(child)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  const first = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line))
  return {
    child,
    ready: () =>
      Promise.race([
        first,
        ended.then(() => {
          throw new Error(`It ended: ${stderr}`)
        }),
      ]),
    ended,
  }
}

function addressIn(line: string): URL {
  return new URL(line.replace('Galley is ready at ', ''))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-serve-'))
  copyFileSync(join(PROJECT, 'package.json'), join(folder, 'package.json'))
  mkdirSync(join(folder, 'dist/renderer'), { recursive: true })
  writeFileSync(join(folder, 'dist/renderer/index.html'), '<title>Galley</title>')
  const bundle = nodeBundle('serve', 'es')
  await build({
    ...bundle,
    logLevel: 'error',
    build: { ...bundle.build, outDir: join(folder, 'dist/electron') },
  })
})

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('the bundled browser shell', () => {
  it('prints one line when it is ready, and ends in order when told to', async () => {
    const { child, ready, ended } = serve('--port', '0', '--no-open')
    expect(await ready()).toMatch(/^Galley is ready at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    child.kill('SIGTERM')
    const { code, stdout, stderr } = await ended
    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stderr).toBe('')
  })

  it('takes an interrupt that the terminal and npm both pass on as one', async () => {
    const { child, ready, ended } = serve('--no-open')
    await ready()
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })

  it('passes files on as absolute paths, whether they exist or not', async () => {
    const { ready } = serve('--no-open', 'gone.md', 'sub/../a.md')
    const url = addressIn(await ready())
    const protocols = ['galley', tokenProtocol(url.hash.replace('#token=', ''))]
    const client = await Client.connect(Number(url.port), protocols, { origin: url.origin })
    const reply = (await client.call('app.info')) as Reply<AppInfo>
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }
    expect(reply).toMatchObject({
      value: { version, openAtStart: [join(folder, 'gone.md'), join(folder, 'a.md')] },
    })
    await client.call('settings.write', { theme: 'dark' })
    expect(existsSync(join(folder, 'data'))).toBe(true)
  })

  it('listens on the port it is given, and says so in a sentence when that is taken', async () => {
    const first = serve('--no-open')
    const { port } = addressIn(await first.ready())
    const { code, stdout, stderr } = await serve('--no-open', '--port', port).ended
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toBe(`Port ${port} is taken by another program.\n`)
  })

  it.each([
    [['--port', 'x'], '--port needs a number'],
    [['--colour'], 'Galley does not know the option --colour.'],
  ])('ends with 2 and a sentence at %j', async (args, sentence) => {
    const { code, stdout, stderr } = await serve(...args).ended
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('Usage:')
  })

  it('tells its usage and its version', async () => {
    expect(await serve('--help').ended).toMatchObject({ code: 0, stderr: '' })
    const { code, stdout } = await serve('--version').ended
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
