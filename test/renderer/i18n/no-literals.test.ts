import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
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

/** Literal texts in a TSX source that a person would see, as `line: text`. */
function literalsIn(name: string, source: string): readonly string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const note = (node: ts.Node, text: string): void => {
    if (!hasWord(text)) return
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${name}:${line + 1}: ${text.trim()}`)
  }
  /** The literals an expression can come to: itself, or the branches of a choice. */
  const literals = (node: ts.Expression): readonly ts.Expression[] => {
    if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)]
    if (ts.isParenthesizedExpression(node)) return literals(node.expression)
    if (ts.isBinaryExpression(node)) return [...literals(node.left), ...literals(node.right)]
    return [node]
  }
  const noteExpression = (node: ts.Expression): void => {
    for (const it of literals(node)) {
      if (ts.isStringLiteralLike(it)) note(it, it.text)
      else if (ts.isTemplateExpression(it)) {
        note(it, [it.head.text, ...it.templateSpans.map((span) => span.literal.text)].join(' '))
      }
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text)
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      const child = node.expression
      if (
        ts.isStringLiteralLike(child) ||
        ts.isConditionalExpression(child) ||
        ts.isTemplateExpression(child)
      ) {
        noteExpression(child)
      }
    }
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText(file)) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) note(node, node.initializer.text)
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) {
        noteExpression(node.initializer.expression)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('the scan finds texts, labels and both branches of a choice', () => {
  const source = `const A = (p) => <p title="One thing" aria-label={p ? 'Two' : t('x')}>Three {p ? 'Four' : \`Five \${p}\`} · {' '}</p>`
  expect(literalsIn('a.tsx', source).map((it) => it.replace('a.tsx:1: ', ''))).toEqual([
    'One thing',
    'Two',
    'Three',
    'Four',
    'Five',
  ])
})

test('every text a writer can see comes from the catalogue', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((it) => literalsIn(it, readFileSync(join(ROOT, it), 'utf8')))
  expect(found.filter((it) => !STABLE.test(it))).toEqual([])
})
