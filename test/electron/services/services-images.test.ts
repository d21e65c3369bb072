import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { SaveRequest } from '../../../core/contract.ts'
import { createServices, type Services } from '../../../electron/services/services.ts'
import { newFile } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

const running: Services[] = []
afterEach(async () => {
  for (const services of running.splice(0)) await services.dispose()
})

const png = (mark: string): string =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(mark)]).toString('base64')

/** Services with one article on disk, that adds images to it as a page does. */
async function withArticle() {
  const folder = await tempFolder()
  const services = createServices({
    dataDir: join(folder, 'data'),
    version: '1.2.3',
    shell: 'browser',
    log: { report: () => undefined, tail: () => '' },
    openAtStart: [],
    emit: () => undefined,
    ports: { openExternal: () => Promise.resolve(), dialogs: null },
  })
  running.push(services)
  const call = services.handlers
  const path = join(folder, 'article.md')
  await writeFile(path, 'one')
  const { version, encoding } = await call['article.open'](path)
  let base = version
  const add = async (mark: string) => {
    await call['asset.part'](mark, 0, png(mark))
    return call['asset.keep'](path, 'photo.png', mark, png(mark).length)
  }
  const save = async (text: string, as: Partial<SaveRequest> = {}): Promise<void> => {
    const receipt = await call['article.save']({ path, text, encoding, base, overwrite: false, ...as })
    if (receipt.path === path) base = receipt.version
  }
  return { folder, path, call, add, save }
}

it('an image that a saved text has named stays when the article is closed without it', async () => {
  const { call, add, save } = await withArticle()
  const [named, unnamed] = [await add('named'), await add('unnamed')]
  await save(`![](${named.reference})`)
  await save('nothing of it any more')
  expect(await call['asset.discard']([named.path, unnamed.path])).toEqual([unnamed.path])
  expect([named, unnamed].map((it) => existsSync(it.path))).toEqual([true, false])
})

it('so does one that only a copy under another name has named', async () => {
  const { call, add, save, folder } = await withArticle()
  const image = await add('copy')
  await save('', newFile(join(folder, 'copy.md'), `![](${image.reference})`))
  await save('the article itself never named it')
  expect(await call['asset.discard']([image.path])).toEqual([])
  expect(existsSync(image.path)).toBe(true)
})

it('so does one that a version of the history names, also after that was restored and given up again', async () => {
  const { call, add, save, path } = await withArticle()
  const image = await add('history')
  await save(`![](${image.reference})`)
  await save('without it')
  const versions = await call['history.list'](path)
  const texts = await Promise.all(versions.map(({ id }) => call['history.read'](path, id)))
  const restored = texts.find((text) => text.includes(image.reference))
  expect(restored).toBe(`![](${image.reference})`)
  await save(restored ?? '')
  await save('without it again')
  expect(await call['asset.discard']([image.path])).toEqual([])
  expect(existsSync(image.path)).toBe(true)
})

it('so does one that a save has named which could not be made', async () => {
  const { call, add, save, path } = await withArticle()
  const image = await add('failed')
  await writeFile(path, 'changed by another program')
  await expect(save(`![](${image.reference})`)).rejects.toMatchObject({ code: 'changedOnDisk' })
  expect(await call['asset.discard']([image.path])).toEqual([])
})
