import { WARM_UP_HTML, WARM_UP_TEXTS, WARM_UP_TIMES } from '../../core/markdown/warm-up-texts.ts'
import { articleLanguage } from './article-language.ts'

/** Parses a short text of every kind at each step, as the editor of the next article will. */
export function* warmUpParser(): Generator<undefined> {
  // Not at 0: the Markdown parser negates where a block begins, and by `-0` the engine learns that no place in a text is an
  // integer, after which each place of every tree is an object of its own.
  const texts = { markdown: `\n${WARM_UP_TEXTS.join('\n\n')}`, html: WARM_UP_HTML }
  for (const format of ['markdown', 'html'] as const) {
    const { parser } = articleLanguage(format).language
    for (let time = 0; time < WARM_UP_TIMES; time++) {
      parser.parse(texts[format])
      yield
    }
  }
}
