import { LanguageDescription } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import type { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { toggleComment } from '../../../../renderer/editor/commands/comment.ts'
import { rawFrontMatterField } from '../../../../renderer/editor/raw-front-matter.ts'
import { notationOf, run, stateOf } from '../cursor-notation.ts'

describe('comment', () => {
  test.each([
    ['a line', 'so|me text', '<!-- so|me text -->'],
    ['a selection', 'a «b c» d', 'a <!-- «b c» --> d'],
    ['lines', '«a\n\nb»', '<!-- «a\n\nb» -->'],
    ['off', '<!-- so|me text -->', 'so|me text'],
    ['off within a line', 'a <!-- |b --> c', 'a |b c'],
    ['off without spaces', '<!--a|-->', 'a|'],
    ['off for lines', '«<!-- a\n\nb -->»', '«a\n\nb»'],
    ['two', 'a|\n\nb|', '<!-- a| -->\n\n<!-- b| -->'],
    ['an empty line', '|', '<!-- | -->'],
    ['not around the end of another', '«a --> b»', null],
    ['not in code of no language', '```\na|\n```', null],
    ['not in code by its indentation', '    a|', null],
    ['as markup in code that is markup', '```html\n<b>a|</b>\n```', '```html\n<!-- <b>a|</b> -->\n```'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleComment, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a line', '  <p>a|</p>', '  <!-- <p>a|</p> -->'],
    ['a selection', '<p>«a» b</p>', '<p><!-- «a» --> b</p>'],
    ['lines', '«<p>a</p>\n<p>b</p>»', '<!-- «<p>a</p>\n<p>b</p>» -->'],
    ['off', '<!-- <p>a|</p> -->', '<p>a|</p>'],
    ['off within a line', '<p>a <!-- |b --> c</p>', '<p>a |b c</p>'],
    ['two', '<p>a|</p>\n<p>b|</p>', '<!-- <p>a|</p> -->\n<!-- <p>b|</p> -->'],
    ['not in an empty script', '<script>|</script>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleComment, before, 'html')).toBe(after)
  })

  /** The same with the front matter shown as text. */
  function raw(notation: string): string | null {
    const results: EditorState[] = []
    const state = stateOf(
      notation,
      'markdown',
      rawFrontMatterField.init(() => true),
    )
    toggleComment({ state, dispatch: (tr) => results.push(tr.state) })
    const result = results.at(-1)
    return result === undefined ? null : notationOf(result)
  }

  test.each([
    ['a field', '---\na|: 1\n---\nx', '---\n# a|: 1\n---\nx'],
    ['an indented one', '---\na:\n  b|: 1\n---\n', '---\na:\n  # b|: 1\n---\n'],
    ['several', '---\n«a: 1\nb: 2»\n---\n', '---\n# «a: 1\n# b: 2»\n---\n'],
    ['off', '---\n# a|: 1\n---\n', '---\na|: 1\n---\n'],
    ['in TOML', '+++\na| = 1\n+++\n', '+++\n# a| = 1\n+++\n'],
    ['not on a fence', '---|\na: 1\n---\n', null],
  ])('%s in front matter', (_, before, after) => {
    expect(raw(before)).toBe(after)
  })

  test('leaves hidden front matter alone', () => {
    expect(run(toggleComment, '---\na|: 1\n---\nx', 'markdown')).toBe(null)
  })

  test('in code is written as its language has it, once that is loaded', async () => {
    const load = (name: string) => LanguageDescription.matchLanguageName(languages, name)?.load()
    await Promise.all([load('javascript'), load('python'), load('css')])
    const code = (before: string): string | null => run(toggleComment, before, 'markdown')
    expect(code('```js\nlet a| = 1\n```')).toBe('```js\n// let a| = 1\n```')
    expect(code('```js\n// let a| = 1\n```')).toBe('```js\nlet a| = 1\n```')
    expect(code('```js\n«a\nb»\n```')).toBe('```js\n// «a\n// b»\n```')
    expect(code('```python\na|\n```')).toBe('```python\n# a|\n```')
    expect(code('```css\na| {}\n```')).toBe('```css\n/* a| {} */\n```')
    expect(code('text|\n\n```js\na|\n```')).toBe(null)
  })
})
