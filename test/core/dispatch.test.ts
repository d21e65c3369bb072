import { describe, expect, it } from 'vitest'
import type { Handlers, JournalEntry, SaveRequest } from '../../core/contract.ts'
import { createDispatch, type FailureLog } from '../../core/dispatch.ts'
import { AppError } from '../../core/errors.ts'

const never = (): Promise<never> => Promise.reject(new Error('not expected to be called'))

function handlersWith(own: Partial<Handlers>): Handlers {
  const rest = new Proxy({}, { get: () => never }) as Handlers
  return new Proxy(rest, { get: (_, method) => own[method as keyof Handlers] ?? never })
}

const noLog: FailureLog = () => undefined

const REQUEST: SaveRequest = {
  path: '/articles/a.md',
  text: 'a\r\nb',
  encoding: 'utf-8',
  base: { mtimeNs: '1700000000000000001', size: 4, inode: '12', sha256: 'ab'.repeat(32) },
  overwrite: false,
}

const ENTRY: JournalEntry = {
  id: 'tab-1',
  path: '/articles/a.md',
  name: 'a.md',
  text: '',
  encoding: 'utf-8',
  base: REQUEST.base,
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
}

describe('dispatch', () => {
  it('calls the handler with the arguments and answers with what it gives', async () => {
    const calls: unknown[] = []
    const dispatch = createDispatch(
      handlersWith({
        'history.read': (...args) => {
          calls.push(args)
          return Promise.resolve('an earlier text')
        },
      }),
      noLog,
    )
    expect(await dispatch('history.read', ['/a.md', '2026-01-01'])).toEqual({
      ok: true,
      value: 'an earlier text',
    })
    expect(calls).toEqual([['/a.md', '2026-01-01']])
  })

  it('takes a left-out argument that arrives as undefined', async () => {
    const dispatch = createDispatch(
      handlersWith({
        'article.open': (...args) => Promise.reject(new AppError('notFound', String(args.length))),
      }),
      noLog,
    )
    expect(await dispatch('article.open', ['/a.md', undefined])).toMatchObject({ message: '1' })
    expect(await dispatch('article.open', ['/a.md', 'gbk'])).toMatchObject({ message: '2' })
  })

  it.each(['article.erase', '', '__proto__', 'constructor', 'toString', null, 7, {}, ['app.info']])(
    'knows no method %j',
    async (method) => {
      const dispatch = createDispatch(handlersWith({}), noLog)
      expect(await dispatch(method, [])).toMatchObject({ ok: false, code: 'unknownMethod' })
    },
  )

  it.each<[string, unknown]>([
    ['article.open', []],
    ['article.open', [7]],
    ['article.open', ['']],
    ['article.open', ['/a\0.md']],
    ['article.open', ['/a.md', 'utf-7']],
    ['article.open', ['/a.md', null]],
    ['article.open', ['/a.md', 'utf-8', 'more']],
    ['article.open', '/a.md'],
    ['article.open', { 0: '/a.md', length: 1 }],
    ['app.info', null],
    ['article.watch', [['/a.md', 3]]],
    ['article.save', [{ ...REQUEST, text: null }]],
    ['article.save', [{ ...REQUEST, base: { ...REQUEST.base, sha256: 'short' } }]],
    ['article.save', [{ ...REQUEST, base: undefined }]],
    ['article.save', [{ ...REQUEST, mode: 0o777 }]],
    ['settings.write', [{ theme: 'pink' }]],
    ['settings.write', [{ fontSize: Number.NaN }]],
    ['settings.write', [JSON.parse('{"__proto__": {"theme": "dark"}}')]],
    ['settings.write', [{ encodings: JSON.parse('{"__proto__": "utf-8"}') as unknown }]],
    ['settings.write', [{ schemas: { '/site': 'word' } }]],
    ['settings.write', [['dark']]],
    ['recent.restore', [[{ path: '/a.md', title: 'A' }]]],
    ['recovery.edit', [ENTRY, -1, { from: 0, to: 0, insert: '' }]],
    ['recovery.edit', [ENTRY, 1, { from: 0, insert: '' }]],
    ['recovery.edit', [ENTRY, 1, { from: 0.5, to: 1, insert: '' }]],
    ['recovery.remove', ['../settings']],
    ['history.read', ['/a.md', '../../etc/passwd']],
    ['menu.set', [[{ id: 'file', label: 'File', items: [{ type: 'role', role: 'quit', label: 'x' }] }]]],
    ['window.state', [{ title: 'a', path: null, unsaved: 1, open: [] }]],
  ])('refuses %s%j', async (method, args) => {
    const dispatch = createDispatch(handlersWith({}), noLog)
    expect(await dispatch(method, args)).toMatchObject({ ok: false, code: 'badRequest' })
  })

  it.each<[string, unknown[]]>([
    ['article.save', [REQUEST]],
    ['article.save', [{ ...REQUEST, base: null }]],
    ['recovery.edit', [ENTRY, Date.now(), { from: 3, to: 9, insert: 'tea' }]],
    ['settings.write', [{}]],
    ['settings.write', [{ theme: 'dark', encodings: { '/a.md': 'gbk' } }]],
    ['settings.write', [{ schemas: { '/site': 'hexo', '': 'general' } }]],
    [
      'menu.set',
      [
        [
          {
            id: 'file',
            label: 'File',
            items: [
              { type: 'separator' },
              { type: 'role', role: 'undo', label: 'Undo' },
              { type: 'submenu', label: 'Recent', items: [{ type: 'recent', path: '/a.md', label: 'a' }] },
              {
                type: 'command',
                id: 'file.save',
                label: 'Save',
                accelerator: 'CmdOrCtrl+S',
                enabled: true,
                checked: null,
              },
            ],
          },
        ],
      ],
    ],
    ['window.state', [{ title: 'a', path: '/a.md', unsaved: ['a.md'], open: ['/a.md'] }]],
  ])('lets %s through when the arguments hold', async (method, args) => {
    const done = () => Promise.reject(new AppError('unsupported', 'reached'))
    const dispatch = createDispatch(new Proxy({}, { get: () => done }) as Handlers, noLog)
    expect(await dispatch(method, args)).toMatchObject({ ok: false, code: 'unsupported' })
  })

  it('turns an expected failure into its code, its message and its details', async () => {
    const dispatch = createDispatch(
      handlersWith({
        'article.open': () => Promise.reject(new AppError('tooLarge', 'The file is too large.', { size: 9 })),
      }),
      noLog,
    )
    expect(await dispatch('article.open', ['/a.md'])).toEqual({
      ok: false,
      code: 'tooLarge',
      message: 'The file is too large.',
      details: { size: 9 },
    })
  })

  it('tells the log of an unexpected failure, and the caller nothing of it', async () => {
    const logged: unknown[] = []
    const secret = new Error('password in /home/writer/notes')
    const dispatch = createDispatch(
      handlersWith({
        'recent.list': () => {
          throw secret
        },
      }),
      (method, error) => logged.push([method, error]),
    )
    const reply = await dispatch('recent.list', [])
    expect(reply).toMatchObject({ ok: false, code: 'internal', details: {} })
    expect(JSON.stringify(reply)).not.toContain('password')
    expect(logged).toEqual([['recent.list', secret]])
  })
})
