import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createKnownDisks } from '../../electron/services/files/known-disks.ts'
import { createKnownVersions } from '../../electron/services/files/known-versions.ts'
import { nodeFileSystem } from '../../electron/services/files/file-system.ts'
import { openArticle } from '../../electron/services/files/open-article.ts'
import { createSaver } from '../../electron/services/files/save-article.ts'
import { createSerial } from '../../electron/services/files/serial.ts'
import { interleave, report } from './measure.ts'

const SIZES = { '10 KB': 10_000, '1 MB': 1_000_000, '10 MB': 10_000_000 }
/** Milliseconds between two saves of the article: a writer leaves more, so that its file's times tell a rewrite. */
const PAUSE = 60
const LINE = 'The harbour is quiet in winter. 清晨的海港很安静。\n'

/** What any safe program has to do: the bytes to a new file, to the disk, and in place of the old one. */
async function rawSave(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.tmp`
  const file = await open(temporary, 'w')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(temporary, path)
}

/** The same with a name that outlives a loss of power: the folder's entry on the disk, too. */
async function durableSave(path: string, bytes: Buffer): Promise<void> {
  await rawSave(path, bytes)
  const folder = await open(dirname(path))
  await folder.sync()
  await folder.close()
}

/** Saving against a raw write, fsync and rename of the same bytes (goal: at most 1.5 times). */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(process.env.GALLEY_BENCH_DIR ?? tmpdir(), 'galley-bench-'))
  try {
    for (const [name, size] of Object.entries(SIZES)) {
      const text = LINE.repeat(Math.ceil(size / Buffer.byteLength(LINE)))
      const bytes = Buffer.from(text)
      const [raw, saved] = [join(folder, 'raw.md'), join(folder, 'saved.md')]
      await writeFile(raw, bytes)
      await writeFile(saved, bytes)
      const saver = createSaver({
        fs: nodeFileSystem,
        machine: { platform: process.platform, wait: () => Promise.resolve() },
        known: createKnownVersions(),
        disks: createKnownDisks(nodeFileSystem),
        serial: createSerial(),
        backups: () => Promise.resolve({ folder: join(folder, 'backups'), owner: '0123456789abcdef' }),
        saved: () => undefined,
      })
      let base = (await openArticle(nodeFileSystem, saved, { chosen: null, remembered: null })).version
      // As they come from the page: flat strings, each time another one.
      const texts = ['a', 'b'].map((first) => Buffer.from(`${first}\n${text}`).toString())
      let n = 0
      console.log(`\nSaving ${name}\n`)
      const results = await interleave(
        {
          'write + fsync + rename': () => rawSave(raw, bytes),
          '… + fsync of the folder': () => durableSave(raw, bytes),
          '… + fsync of the folder + read back': async () => {
            await durableSave(raw, bytes)
            if (!(await readFile(raw)).equals(bytes)) throw new Error('The disk lies.')
          },
          'Galley, with receipt': async () => {
            n += 1
            const next = texts[n % 2] ?? ''
            const request = { path: saved, text: next, encoding: 'utf-8', base, overwrite: false } as const
            base = (await saver.save(request)).version
          },
        },
        size > 5e6 ? 15 : 40,
        PAUSE,
      )
      report(results, 'write + fsync + rename')
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
