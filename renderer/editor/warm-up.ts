import { WARM_UP_HTML, WARM_UP_TEXTS, WARM_UP_TIMES } from '../../core/markdown/warm-up-texts.ts'
import { articleLanguage } from './article-language.ts'

/** Parses a short text of every kind at each step, as the editor of the next article will. */
export function* warmUpParser(): Generator<undefined> {
  const texts = { markdown: WARM_UP_TEXTS.join('\n\n'), html: WARM_UP_HTML }
  for (const format of ['markdown', 'html'] as const) {
    const { parser } = articleLanguage(format).language
    for (let time = 0; time < WARM_UP_TIMES; time++) {
      parser.parse(texts[format])
      yield
    }
  }
}
