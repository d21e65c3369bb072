import { execFileSync } from 'node:child_process'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { newFile, requestFor, saverIn } from './saving.ts'

/** A file system of 256 KB, or null where this machine does not let us mount one. */
function mountSmall(): string | null {
  if (process.platform !== 'linux') return null
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-small-')))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return null
  }
}

const disk = mountSmall()
if (disk === null)
  console.log('The test of a full disk is skipped: no small file system can be mounted here.')

describe.skipIf(disk === null)('on a disk that is really full', () => {
  const root = disk ?? ''
  const path = join(root, 'articles', 'article.md')
  beforeAll(() => mkdir(join(root, 'articles')))
  afterAll(async () => {
    execFileSync('umount', [root])
    await rm(root, { recursive: true })
  })

  it('the file stays whole, the reason is said, and a save succeeds once there is room', async () => {
    const saver = saverIn(root)
    const former = 'old line\n'.repeat(1000)
    await saver.save(newFile(path, former))
    const filler = join(root, 'filler')
    await writeFile(filler, Buffer.alloc(256 * 1024)).catch(() => undefined)
    const next = 'a new and longer line\n'.repeat(4000)
    await expect(requestFor(path, next).then((request) => saver.save(request))).rejects.toMatchObject({
      code: 'diskFull',
    })
    expect(await readFile(path, 'utf8')).toBe(former)
    expect(await readdir(join(root, 'articles'))).toEqual(['article.md'])
    await rm(filler)
    await saver.save(await requestFor(path, next))
    expect(await readFile(path, 'utf8')).toBe(next)
  })
})
