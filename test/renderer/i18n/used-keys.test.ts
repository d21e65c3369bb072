import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
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
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text)
    if (ts.isTemplateExpression(node) && /^[a-zA-Z]+\./.test(node.head.text)) {
      const rest = node.templateSpans.map((span) => `[\\w.\\-]+${escape(span.literal.text)}`).join('')
      patterns.push(new RegExp(`^${escape(node.head.text)}${rest}$`))
    }
    ts.forEachChild(node, visit)
  }
  for (const folder of folders) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /i18n[\\/](?:en|zh-cn)(?:[\\/]|\.ts)/.test(name)) continue
      const text = readFileSync(join(ROOT, folder, name), 'utf8')
      visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false))
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
