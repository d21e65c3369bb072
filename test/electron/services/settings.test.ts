import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts'
import { createSettingsStore, type SettingsStore } from '../../../electron/services/store/settings.ts'
import { migrate } from '../../../core/settings-migrate.ts'
import { tempFolder } from './temp-folder.ts'

interface Setup {
  readonly store: SettingsStore
  readonly file: string
  readonly dataDir: string
  readonly changes: Settings[]
  readonly reports: { readonly fields: readonly string[]; readonly kept: string }[]
}

async function setup(content?: string): Promise<Setup> {
  const dataDir = await tempFolder()
  const file = join(dataDir, 'settings.json')
  if (content !== undefined) await writeFile(file, content)
  const changes: Settings[] = []
  const reports: { fields: readonly string[]; kept: string }[] = []
  const store = createSettingsStore({
    dataDir,
    changed: (settings) => changes.push(settings),
    invalid: (fields, kept) => reports.push({ fields, kept }),
  })
  return { store, file, dataDir, changes, reports }
}

describe('settings', () => {
  it('are the defaults in a fresh folder, which stays empty', async () => {
    const { store, dataDir } = await setup()
    expect(await store.read()).toEqual(DEFAULT_SETTINGS)
    expect(await readdir(dataDir)).toEqual([])
  })

  it('are written readably, and told', async () => {
    const { store, file, changes } = await setup()
    const settings = await store.write({
      theme: 'dark',
      layout: { ...DEFAULT_SETTINGS.layout, formWidth: 0.3 },
    })
    expect(settings).toMatchObject({ theme: 'dark', layout: { formWidth: 0.3, view: 'both' } })
    expect(changes).toEqual([settings])
    expect(await readFile(file, 'utf8')).toContain('\n  "theme": "dark",\n')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('keep what another Galley has set and what a newer one knows', async () => {
    const { store, file } = await setup()
    await store.write({ theme: 'dark' })
    const stored = JSON.parse(await readFile(file, 'utf8')) as object
    await writeFile(file, JSON.stringify({ ...stored, fontSize: 20, fromTheFuture: [1] }))
    await store.write({ lineNumbers: true })
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      theme: 'dark',
      fontSize: 20,
      lineNumbers: true,
      fromTheFuture: [1],
    })
  })

  it('of many writers at once are all kept', async () => {
    const { store } = await setup()
    await Promise.all([
      store.write({ theme: 'light' }),
      store.write({ fontSize: 18 }),
      store.write({ lineNumbers: true }),
      store.rememberEncoding('/a.md', 'gbk'),
    ])
    expect(await store.read()).toMatchObject({
      theme: 'light',
      fontSize: 18,
      lineNumbers: true,
      encodings: { '/a.md': 'gbk' },
    })
  })

  it('remember the schema of a site, and leave out one that there is none of', async () => {
    const { store, file } = await setup()
    await store.write({ schemas: { '/site': 'hexo', '': 'general' } })
    expect((await store.read()).schemas).toEqual({ '/site': 'hexo', '': 'general' })
    await writeFile(file, JSON.stringify({ theme: 'dark', schemas: { '/site': 'word' } }))
    expect(await store.read()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  })

  it('refuse a patch that is not valid', async () => {
    const { store } = await setup()
    await expect(store.write({ fontSize: 4000 })).rejects.toMatchObject({ code: 'badRequest' })
    expect(await store.read()).toEqual(DEFAULT_SETTINGS)
  })

  it('remember at most a thousand encodings, and forget one', async () => {
    const { store } = await setup()
    const encodings = Object.fromEntries(Array.from({ length: 1005 }, (_, n) => [`/${n}.md`, 'gbk' as const]))
    await store.write({ encodings })
    expect(Object.keys((await store.read()).encodings)).toHaveLength(1000)
    await store.rememberEncoding('/1004.md', null)
    expect((await store.read()).encodings['/1004.md']).toBeUndefined()
  })
})

describe('a settings file with a mistake', () => {
  it('costs only the fields that are wrong, is told of and kept', async () => {
    const content = '{"theme": "purple", "fontSize": 20, "layout": {"view": "source", "formWidth": "wide"}}'
    const { store, file, dataDir, reports } = await setup(content)
    expect(await store.read()).toMatchObject({
      theme: 'system',
      fontSize: 20,
      layout: { view: 'source', formWidth: DEFAULT_SETTINGS.layout.formWidth },
    })
    await store.read()
    expect(reports).toEqual([{ fields: ['theme', 'layout.formWidth'], kept: 'settings.invalid-1.json' }])
    expect(await readFile(file, 'utf8')).toBe(content)
    await store.write({ lineNumbers: true })
    expect(await readFile(join(dataDir, 'settings.invalid-1.json'), 'utf8')).toBe(content)
  })

  it.each(['{"theme": "dark",', '[]', 'null', '', '\u0000'])('(%j) is the defaults', async (content) => {
    const { store, reports } = await setup(content)
    expect(await store.read()).toEqual(DEFAULT_SETTINGS)
    expect(reports).toEqual([{ fields: ['*'], kept: 'settings.invalid-1.json' }])
  })

  it('never replaces one that is kept, and is not kept twice', async () => {
    const { store, dataDir, reports } = await setup('first mistake')
    await writeFile(join(dataDir, 'settings.invalid-1.json'), 'an older one')
    await writeFile(join(dataDir, 'settings.invalid-2.json'), 'first mistake')
    await store.read()
    expect(reports).toEqual([{ fields: ['*'], kept: 'settings.invalid-2.json' }])
    expect(await readFile(join(dataDir, 'settings.invalid-1.json'), 'utf8')).toBe('an older one')
  })

  it('cannot reach what objects inherit', async () => {
    const { store } = await setup('{"__proto__": {"theme": "dark"}, "encodings": {"__proto__": "gbk"}}')
    expect((await store.read()).theme).toBe('system')
  })
})

describe('settings of an earlier format', () => {
  it('go through each later step once', () => {
    const steps = [(it: object) => ({ ...it, a: 1, format: 1 }), (it: object) => ({ ...it, b: 2, format: 2 })]
    expect(migrate({}, steps)).toEqual({ a: 1, b: 2, format: 2 })
    expect(migrate({ format: 1 }, steps)).toEqual({ b: 2, format: 2 })
    expect(migrate('none', steps)).toBe('none')
  })
})

describe('a settings file that cannot be read', () => {
  it('is an error, not the defaults', async () => {
    const { store, file } = await setup()
    await mkdir(file)
    await expect(store.read()).rejects.toMatchObject({ code: 'EISDIR' })
  })
})
