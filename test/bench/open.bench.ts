import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { nodeFileSystem } from '../../electron/services/files/file-system.ts'
import { openArticle } from '../../electron/services/files/open-article.ts'
import { interleave, report } from './measure.ts'

const SIZES = { '10 KB': 10_000, '1 MB': 1_000_000, '10 MB': 10_000_000 }
const LINE = 'The harbour is quiet in winter. 清晨的海港很安静。\n'

/** Opening, in UTF-8 and GBK, against a raw read and decoding of the same bytes. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'))
  try {
    for (const [name, size] of Object.entries(SIZES)) {
      const text = LINE.repeat(Math.ceil(size / Buffer.byteLength(LINE)))
      const [utf8, gbk] = [join(folder, 'utf-8.md'), join(folder, 'gbk.md')]
      await writeFile(utf8, text)
      await writeFile(gbk, iconv.encode(text, 'gbk'))
      const open = (path: string) => openArticle(nodeFileSystem, path, { chosen: null, remembered: null })
      console.log(`\nOpening ${name}\n`)
      const results = await interleave(
        {
          read: () => readFile(utf8),
          'read and decode UTF-8': () => readFile(utf8, 'utf8'),
          'Galley, UTF-8': () => open(utf8),
          'read and decode GBK': async () => iconv.decode(await readFile(gbk), 'gbk'),
          'Galley, GBK': () => open(gbk),
        },
        size > 5e6 ? 10 : 40,
      )
      report(results, 'read and decode UTF-8')
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
