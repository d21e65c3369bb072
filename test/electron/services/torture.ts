import { spawn } from 'node:child_process'
import { link, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { nodeFileSystem } from '../../../electron/services/files/file-system.ts'
import { recoverInPlace } from '../../../electron/services/files/in-place.ts'
import { sweepTemporaries } from '../../../electron/services/files/temporary.ts'
import { backupsIn } from './saving.ts'
import { numberOf, textOf } from './torture-text.ts'

export interface TortureResult {
  readonly kills: number
  /** Kills after which an unfinished save had to be undone or swept. */
  readonly interrupted: number
  /** What went wrong, if anything did. */
  readonly failures: readonly string[]
}

/** Bundles the saving program into a folder, beside the packages it needs. */
async function bundle(outDir: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../../..')
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'save-loop.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: ['vitest'], output: { entryFileNames: 'save-loop.mjs' } },
    },
  })
  return join(outDir, 'save-loop.mjs')
}

/** Runs the program until it has saved once or more, kills it at a random moment, and gives the last number it said. */
async function saveAndKill(program: string, path: string, first: number): Promise<number> {
  const child = spawn(process.execPath, [program, path, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let dying = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (dying) return
    dying = true
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 30)
  })
  await new Promise((done) => child.on('close', done))
  // Only whole lines count: a number that was cut off was not said.
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1))
}

interface Kill {
  readonly interrupted: boolean
  readonly failures: readonly string[]
}

/** Saves into a fresh file in `lane`, kills, and looks: the file has to be whole and no older than was said. */
async function killOnce(program: string, lane: string, kill: number): Promise<Kill> {
  const failures: string[] = []
  const linked = kill % 2 === 1
  const articles = join(lane, `articles-${kill}`)
  const path = join(articles, 'article.md')
  await mkdir(articles)
  await writeFile(path, textOf(0))
  if (linked) await link(path, join(articles, 'second-name.md'))
  const said = await saveAndKill(program, path, 1)
  const swept = await sweepTemporaries(nodeFileSystem, articles)
  const torn = await recoverInPlace(nodeFileSystem, backupsIn(lane), () => Promise.resolve(false))
  const found = numberOf(await readFile(path, 'utf8'))
  if (found === null || found < said || found > said + 1) {
    failures.push(`kill ${kill}${linked ? ' (linked)' : ''}: said ${said}, found ${found ?? 'a torn file'}`)
  }
  const names = await readdir(articles)
  if (names.length !== (linked ? 2 : 1)) failures.push(`kill ${kill}: left ${names.join(', ')}`)
  await rm(articles, { recursive: true })
  return { interrupted: swept > 0 || torn.length > 0, failures }
}

/** Programs saving and dying at the same time, each in a folder of its own. */
const LANES = 4

/**
 * Kills a program that saves in a loop, so many times, and looks at the file after each: it has to be a whole text,
 * and none older than the last one said to be saved. Half of the time the file has a second name.
 */
export async function torture(kills: number): Promise<TortureResult> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-torture-'))
  const done: Kill[] = []
  try {
    await symlink(resolve(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'))
    const program = await bundle(folder)
    let next = 0
    const run = async (lane: string): Promise<void> => {
      await mkdir(lane)
      while (next < kills) {
        const kill = next
        next += 1
        done.push(await killOnce(program, lane, kill))
      }
    }
    await Promise.all(Array.from({ length: LANES }, (_, n) => run(join(folder, `lane-${n}`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return {
    kills: done.length,
    interrupted: done.filter((one) => one.interrupted).length,
    failures: done.flatMap((one) => one.failures),
  }
}
