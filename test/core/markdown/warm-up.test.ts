import { expect, test } from 'vitest'
import { markdownScanner } from '../../../core/markdown/markdown-scanner.ts'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import { warmUp } from '../../../core/markdown/warm-up.ts'
import { WARM_UP_TEXTS, WARM_UP_TIMES } from '../../../core/markdown/warm-up-texts.ts'

test('what most articles hold is among the texts, each in one block', () => {
  const env = { definitions: {}, footnotes: new Map<string, number>() }
  for (const text of WARM_UP_TEXTS)
    expect(markdownScanner().scan(text, true, false).pieces, text).toHaveLength(1)
  const html = WARM_UP_TEXTS.map((text) => renderMarkdown(text, env).html).join('')
  for (const tag of [
    'strong',
    'em',
    'del',
    'code',
    'a',
    'img',
    'ul',
    'ol',
    'blockquote',
    'table',
    'h2',
    'p',
    'dl',
  ])
    expect(html).toMatch(new RegExp(`<${tag}[ >]`))
})

test('each text is rendered in Latin and in other letters, and HTML is read, a step at a time', () => {
  expect([...warmUp()]).toHaveLength(WARM_UP_TEXTS.length * 2 * 2 * 2 + WARM_UP_TIMES)
})
