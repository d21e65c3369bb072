import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { en } from '../../../renderer/i18n/en.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Every text and every pattern of a template in the sources that could name a message, the catalogue left out. */
function namedIn(folders: readonly string[]): {
  readonly texts: ReadonlySet<string>
  readonly patterns: RegExp[]
} {
  const texts = new Set<string>()
  const patterns: RegExp[] = []
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const visitor = new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.add(value)
    },
    TemplateLiteral: ({ quasis }) => {
      const [head = '', ...rest] = quasis.map(({ value }) => value.cooked ?? '')
      if (rest.length === 0) texts.add(head)
      else if (/^[a-zA-Z]+\./.test(head)) {
        const spans = rest.map((text) => `[\\w.\\-]+${escape(text)}`).join('')
        patterns.push(new RegExp(`^${escape(head)}${spans}$`))
      }
    },
  })
  for (const folder of folders) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /i18n[\\/](?:en|zh-cn)(?:[\\/]|\.ts)/.test(name)) continue
      const text = readFileSync(join(ROOT, folder, name), 'utf8')
      const { program, errors } = parseSync(name, text)
      expect(errors, name).toEqual([])
      visitor.visit(program)
    }
  }
  return { texts, patterns }
}

test('every message of the catalogue is used somewhere', () => {
  const { texts, patterns } = namedIn(['renderer', 'core'])
  const unused = Object.keys(en).filter(
    (key) => !texts.has(key) && !patterns.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})
