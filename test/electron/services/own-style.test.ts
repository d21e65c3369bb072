import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAssets } from '../../../electron/services/assets.ts'
import { readContext } from '../../../electron/services/folder/context.ts'
import { tempFolder } from './temp-folder.ts'

/** What is the own look of the article `a.md` in a fresh folder with this `galley.json`. */
async function styleWith(config: string | null, more?: (folder: string) => Promise<void>) {
  const top = await tempFolder()
  const folder = join(top, 'posts')
  await mkdir(join(folder, 'styles'), { recursive: true })
  await writeFile(join(folder, 'a.md'), '')
  await writeFile(join(folder, 'galley.css'), '/* usual */')
  await writeFile(join(folder, 'styles/print.css'), '/* named */')
  await writeFile(join(folder, 'styles/notes.txt'), '/* no style */')
  await writeFile(join(top, 'outside.css'), '/* outside */')
  if (config !== null) await writeFile(join(folder, 'galley.json'), config)
  await more?.(folder)
  return (await readContext(join(folder, 'a.md'), createAssets())).css?.text
}

describe('the own look', () => {
  test('is the style sheet that galley.json names', async () => {
    expect(await styleWith('{ "x-css": "styles/print.css" }')).toBe('/* named */')
  })

  test.each([
    ['without galley.json', null],
    ['when it names none', '{}'],
    ['when it names what is not there', '{ "x-css": "styles/none.css" }'],
    ['when it names what is no style sheet', '{ "x-css": "styles/notes.txt" }'],
    ['when it names what is outside the folder', '{ "x-css": "../outside.css" }'],
    ['when it is not valid', '{ "x-css": '],
  ])('is galley.css %s', async (_, config) => {
    expect(await styleWith(config)).toBe('/* usual */')
  })

  test('is not what a link leads to outside the folder', async () => {
    const config = '{ "x-css": "styles/linked.css" }'
    const css = await styleWith(config, (folder) =>
      symlink(join(folder, '../outside.css'), join(folder, 'styles/linked.css')),
    )
    expect(css).toBe('/* usual */')
  })
})
