import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../../renderer')

/** Attributes whose value a person reads or hears. */
const READ = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
])

/** Part of the stable surface (DESIGN.md): the same in every language. */
const STABLE = /^preview\/preview-pane\.tsx:\d+: Preview$/

/** A text that holds a word: more than marks such as `·` or `{' '}`. */
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text)

/** The expressions that one can come to: itself, or what a choice, an `&&` or a `+` takes. */
function outcomes(it: ESTree.Expression): readonly ESTree.Expression[] {
  if (it.type === 'ConditionalExpression') return [it.consequent, it.alternate].flatMap(outcomes)
  if (it.type === 'ParenthesizedExpression') return outcomes(it.expression)
  if (it.type === 'LogicalExpression' || (it.type === 'BinaryExpression' && it.operator === '+')) {
    return [it.left, it.right].flatMap(outcomes)
  }
  return [it]
}

/** The text a literal or a template is written with, `null` of another expression. */
function textOf(it: ESTree.Expression): string | null {
  if (it.type === 'Literal') return typeof it.value === 'string' ? it.value : null
  return it.type === 'TemplateLiteral' ? it.quasis.map(({ value }) => value.cooked).join(' ') : null
}

/** Literal texts in a TSX source that a person would see, as `line: text`. */
function literalsIn(name: string, source: string): readonly string[] {
  const { program, errors } = parseSync(name, source)
  expect(errors, name).toEqual([])
  const found: string[] = []
  const note = (start: number, text: string): void => {
    if (!hasWord(text)) return
    const at = start + source.slice(start).search(/\S/)
    found.push(`${name}:${source.slice(0, at).split('\n').length}: ${text.trim()}`)
  }
  const noteExpression = (expression: ESTree.JSXExpression): void => {
    if (expression.type === 'JSXEmptyExpression') return
    for (const it of outcomes(expression)) note(it.start, textOf(it) ?? '')
  }
  const ofAttributes = new Set<ESTree.Node>()
  new Visitor({
    JSXText: ({ start, value }) => note(start, value),
    JSXAttribute: ({ start, name: { name: attribute }, value }) => {
      if (value !== null) ofAttributes.add(value)
      if (typeof attribute !== 'string' || !READ.has(attribute)) return
      if (value?.type === 'Literal') note(start, value.value)
      if (value?.type === 'JSXExpressionContainer') noteExpression(value.expression)
    },
    JSXExpressionContainer: (node) => {
      if (!ofAttributes.has(node)) noteExpression(node.expression)
    },
  }).visit(program)
  return found
}

test('the scan finds texts, labels and what a choice or an `&&` shows', () => {
  const source = `const A = (p) => <p title="One thing" aria-label={p ? 'Two' : t('x')}>Three {p ? 'Four' : \`Five \${p}\`} · {' '}{p === 'none' && 'Six'}</p>`
  expect(literalsIn('a.tsx', source).map((it) => it.replace('a.tsx:1: ', ''))).toEqual([
    'One thing',
    'Two',
    'Three',
    'Four',
    'Five',
    'Six',
  ])
})

test('every text a writer can see comes from the catalogue', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((it) => literalsIn(it, readFileSync(join(ROOT, it), 'utf8')))
  expect(found.filter((it) => !STABLE.test(it))).toEqual([])
})
