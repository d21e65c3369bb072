import fc from 'fast-check'
import { format } from 'prettier/standalone'
import * as markdown from 'prettier/plugins/markdown'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import type { ConvertOutcome } from '../../../renderer/convert/convert-task.ts'
import { sameTokens } from '../../../renderer/convert/compare/dom-tokens.ts'
import { domTokens } from '../../../renderer/convert/compare/dom-tokens.ts'
import { parseInert } from '../../../renderer/convert/compare/parse-inert.ts'
import { formatMarkdown } from '../../../renderer/convert/format-markdown.ts'
import type { Formatter } from '../../../renderer/convert/formatter.ts'
import { markdownText } from '../../core/markdown/random-text.ts'
import { runs } from '../../runs.ts'
import { toHtml } from './converting.ts'

/** Prettier as the worker runs it. */
const formatter: Formatter = {
  format: (text) =>
    format(text, {
      parser: 'markdown',
      plugins: [markdown],
      proseWrap: 'preserve',
      embeddedLanguageFormatting: 'off',
      tabWidth: 2,
    }).catch(() => null),
  dispose: () => undefined,
}

async function formatted(
  source: string,
  by = formatter,
): Promise<{ readonly text: string; readonly outcome: ConvertOutcome }> {
  const task = {
    kind: 'formatMarkdown',
    source,
    from: 0,
    whole: true,
    extensions: DEFAULT_EXTENSIONS,
  } as const
  const outcome = await formatMarkdown(task, new AbortController().signal, () => undefined, by)
  return { text: applyEdits(source, outcome.edits), outcome }
}

const shows = (a: string, b: string): boolean =>
  sameTokens(domTokens(parseInert(toHtml(a))), domTokens(parseInert(toHtml(b))))

describe('formatting shows the same', () => {
  test.each([
    ['emphasis beside Chinese', '**重点。**后文 and *中*文  \n一行\n*x*强调_y_\n'],
    ['Chinese and Latin side by side', '中文abc中文123，“引用”English。\n全角（括号）abc\n'],
    ['hard breaks of both kinds', 'one  \ntwo\\\nthree\n\n- a  \n  b\\\n  c\n'],
    ['a table with bars, code and wide signs', '|a|长一点|\n|:-|-:|\n|`x\\|y`|**重**|\n|1||\n'],
    ['lists in lists with other marks', '* a\n    * b\n\n      text\n\n        code\n* c\n\n1) x\n1) y\n   + z\n'],
    ['raw HTML', '<div class="a">\n\n*x*\n\n</div>\n\nA <b>b</b><br/> c <!-- note -->\n'],
    ['template tags', '{% note info %}\n\n*  a\n*  b\n\n{% endnote %}\n\na {{ page.title }} *b*\n'],
    ['shortcodes', '{{< figure src="a_b_c.png" title="*x*" >}}\n\n{{% notice %}}\n_x_\n{{% /notice %}}\n'],
    ['the mark that ends a summary', 'a\n<!-- more -->\nb\n\n<!--more-->\n\nc\n'],
    ['formulas', 'a $x_1*y_2*z$ b\n\n$$\n\\begin{a}\n* x_1\n\\end{a}\n$$\n\n\\[ a_1 * b_2 * c \\]\n'],
    ['footnotes', 'a[^1] b[^长]\n\n[^1]: one\n    two\n\n    * x\n[^长]:  *二*\n'],
    ['definitions and terms', '[a]: <u v>  \'t\'\n[B]:   /x\n\n[a] [b]\n\nTerm\n:   meaning *x*\n'],
    ['marks, emoji and ticks', '==a_b_c== :smile: H~2~O\n\n* [ ]  x\n* [X] y\n'],
    ['signs that are no marks', '2 * 3 * 4, a_b_c, 1\\. x, \\# y, <not a tag, a & b\n\n+ 1\n'],
    ['numbers of lists', '3. a\n3. b\n\n0. x\n1. y\n'],
    ['headings', 'A\n===\n\nB *x*\n---\n\n#  C  ##\n\n####### d\n'],
    ['links and images', '![a_b](x_y.png "t") <https://e.org/a_b> https://e.org/a*b* [a](<b c>)\n'],
    ['code that looks like Markdown', '~~~md\n*  a\n| b|\n~~~\n\n    *  c\n\n`` ` ``\n'],
    ['quotes and alerts', '>a\n>   * b\n>> c\nlazy\n\n> [!NOTE]\n>   text\n'],
  ])('%s', async (_, source) => {
    const { text, outcome } = await formatted(source)
    expect(shows(source, text)).toBe(true)
    expect(outcome.changes).toEqual([])
  }) // prettier-ignore
})

test('what is laid out anew is laid out', async () => {
  expect((await formatted('*  a\n*  b\n\n\n\n|a|b|\n|-|-|\n|1|2|\n')).text).toBe(
    '- a\n- b\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |\n',
  )
})

test('a block whose new form would show something else stays, and is counted', async () => {
  const wrong: Formatter = {
    format: (text) => Promise.resolve(text.includes('keep') ? 'lost' : text.replace('*  ', '- ')),
    dispose: () => undefined,
  }
  const { text, outcome } = await formatted('*  a\n\nkeep this\n', wrong)
  expect(text).toBe('- a\n\nkeep this\n')
  expect(outcome.kept).toBe(1)
  expect(outcome.changes).toEqual([])
})

test('for every text: what formatting would show otherwise is listed', async () => {
  await fc.assert(
    fc.asyncProperty(markdownText, async (source) => {
      const { text, outcome } = await formatted(source)
      expect(outcome.changes.length === 0).toBe(shows(source, text))
    }),
    { numRuns: runs(30) },
  )
})
