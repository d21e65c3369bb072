import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { chmod, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askTar, createAttributeProbe } from '../../../electron/services/files/extended-attributes.ts'
import { nodeFileSystem } from '../../../electron/services/files/file-system.ts'
import { createKnownDisks } from '../../../electron/services/files/known-disks.ts'
import { createKnownVersions } from '../../../electron/services/files/known-versions.ts'
import { createSaver, type Saver } from '../../../electron/services/files/save-article.ts'
import { createSerial } from '../../../electron/services/files/serial.ts'
import { start } from './start-services.ts'
import { backupsIn, OWNER, requestFor } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

type Kind = 'xattr' | 'acl'
/** As they stand in an archive of GNU tar. */
const RECORDS: Readonly<Record<Kind, string>> = {
  xattr: 'SCHILY.xattr.user.galley=tagged',
  acl: 'SCHILY.acl.access=user::rw-,user:1:r--,group::r--,mask::r--,other::r--',
}
const TOLD: Readonly<Record<Kind, RegExp>> = {
  xattr: /SCHILY\.xattr\.user\.galley=tagged/,
  acl: /SCHILY\.acl\.access=user::rw-\s+user:[^:]+:r--/,
}

/** One block of an archive's header (POSIX ustar). */
function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512)
  const put = (text: string, at: number): void => void block.write(text, at)
  put(name, 0)
  put('0000644\0', 100)
  put(`${process.getuid?.().toString(8).padStart(7, '0') ?? '0000000'}\0`, 108)
  put(`${process.getgid?.().toString(8).padStart(7, '0') ?? '0000000'}\0`, 116)
  put(`${size.toString(8).padStart(11, '0')}\0`, 124)
  put('00000000000\0', 136)
  put('        ', 148)
  put(type, 156)
  put('ustar\u000000', 257)
  put(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return block
}

const padded = (text: string): Buffer =>
  Buffer.concat([Buffer.from(text), Buffer.alloc((512 - (Buffer.byteLength(text) % 512)) % 512)])

/** Makes a file with this attribute, from an archive made by hand. */
function makeWith(path: string, text: string, kind: Kind): void {
  const record = RECORDS[kind]
  const line = `${record.length + (record.length < 96 ? 4 : 5)} ${record}\n`
  const name = `./${basename(path)}`
  const archive = Buffer.concat([
    header('./pax', line.length, 'x'),
    padded(line),
    header(name, Buffer.byteLength(text), '0'),
    padded(text),
    Buffer.alloc(1024),
  ])
  spawnSync('tar', ['-x', '--xattrs', '--acls', `--directory=${dirname(path)}`], { input: archive })
}

/** What `tar` tells of a file's attributes, all of it. */
function toldOf(path: string): string {
  const options = ['-c', '--format=posix', '--xattrs', '--acls', `--directory=${dirname(path)}`]
  const { stdout } = spawnSync('tar', [...options, `./${basename(path)}`], { encoding: 'latin1' })
  return stdout
}

function isPossible(kind: Kind): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'galley-attributes-'))
  const path = join(folder, 'article.md')
  makeWith(path, 'x', kind)
  const possible = process.platform === 'linux' && TOLD[kind].test(toldOf(path))
  rmSync(folder, { recursive: true })
  if (!possible) console.log(`Skipped: ${kind} cannot be set here (no GNU tar, or not on this file system).`)
  return possible
}

function saverWith(folder: string, probe = createAttributeProbe(), backups = backupsIn(folder)): Saver {
  return createSaver({
    fs: nodeFileSystem,
    machine: { platform: 'linux', wait: () => Promise.resolve(), attributes: probe },
    known: createKnownVersions(),
    disks: createKnownDisks(nodeFileSystem),
    serial: createSerial(),
    backups: () =>
      backups === ''
        ? Promise.reject(Object.assign(new Error('no folder'), { code: 'ENOTDIR' }))
        : Promise.resolve({ folder: backups, owner: OWNER }),
    saved: () => undefined,
  })
}

describe.each(['xattr', 'acl'] as const)('a file with an attribute (%s)', (kind) => {
  it.skipIf(!isPossible(kind))('keeps it, save after save', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article with 字.md')
    makeWith(path, 'one', kind)
    expect(await askTar(path)).toBe(true)
    const saver = saverWith(folder)
    for (const text of ['two, longer', 'three', '']) {
      await saver.save(await requestFor(path, text))
      expect(await readFile(path, 'utf8')).toBe(text)
      expect(toldOf(path)).toMatch(TOLD[kind])
    }
    expect(await readdir(backupsIn(folder))).toEqual([])
  })

  it.skipIf(!isPossible(kind))('is saved all the same where there is no place for a backup', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article.md')
    makeWith(path, 'one', kind)
    await saverWith(folder, createAttributeProbe(), '').save(await requestFor(path, 'two'))
    expect(await readFile(path, 'utf8')).toBe('two')
    // A folder that takes none, as on a full disk.
    await writeFile(join(folder, 'file'), '')
    makeWith(path, 'one', kind)
    const saver = saverWith(folder, createAttributeProbe(), join(folder, 'file', 'backups'))
    await saver.save(await requestFor(path, 'two'))
    expect(await readFile(path, 'utf8')).toBe('two')
  })
})

describe('the writer of a file with tags', () => {
  it.skipIf(!isPossible('xattr'))('is told once when they go with a save, and why', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article.md')
    makeWith(path, 'one', 'xattr')
    await writeFile(join(folder, 'data'), 'a file where the folder should be')
    const { call, told } = await start({ folder })
    const article = await call['article.open'](path)
    let base = article.version
    for (const text of ['two', 'three'])
      base = (await call['article.save']({ ...article, text, base, overwrite: false })).version
    expect(toldOf(path)).not.toMatch(TOLD.xattr)
    const notices = told.flatMap(({ payload }) => (payload && 'code' in payload ? [payload] : []))
    expect(notices.filter(({ code }) => code === 'tagsLost')).toMatchObject([
      { details: { name: 'article.md', reason: expect.stringMatching(/^E[A-Z]+$/) as string } },
    ])
  })
})

describe('a file without attributes', () => {
  it('is replaced as ever, whatever its name', async () => {
    const folder = await tempFolder()
    const path = join(folder, '-o $(x)\n.md')
    await writeFile(path, 'one')
    expect(await askTar(path)).toBe(false)
    const before = await stat(path)
    await saverWith(folder).save(await requestFor(path, 'two'))
    expect((await stat(path)).ino).not.toBe(before.ino)
    expect(await readFile(path, 'utf8')).toBe('two')
  })

  it('is asked about once, also when it was looked at before, and again when its attributes may have changed', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'article.md')
    await writeFile(path, 'one')
    let asked = 0
    const probe = createAttributeProbe(() => Promise.resolve(++asked < 0))
    const saver = saverWith(folder, probe)
    await probe.look(nodeFileSystem, path)
    await probe.look(nodeFileSystem, join(folder, 'missing.md'))
    for (const text of ['two', 'three', 'four']) await saver.save(await requestFor(path, text))
    expect(asked).toBe(1)
    await chmod(path, 0o640)
    await utimes(path, 1, 1)
    await saver.save(await requestFor(path, 'five'))
    expect(asked).toBe(2)
  })

  it('has none as far as can be told when it is not there, or no file', async () => {
    const folder = await tempFolder()
    expect(await askTar(join(folder, 'missing.md'))).toBe(false)
    expect(await askTar(folder)).toBe(false)
  })
})
