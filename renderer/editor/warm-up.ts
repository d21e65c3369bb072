import { WARM_UP_HTML, WARM_UP_TEXTS } from '../../core/markdown/warm-up-texts.ts'
import { articleLanguage } from './article-language.ts'

/** So often the engine takes note of what is worth being made quicker. */
const TIMES = 12

/** Parses a short text of every kind at each step, as the editor of the next article will. */
export function* warmUpParser(): Generator<undefined> {
  const texts = { markdown: WARM_UP_TEXTS.join('\n\n'), html: WARM_UP_HTML }
  for (const format of ['markdown', 'html'] as const) {
    const { parser } = articleLanguage(format).language
    for (let time = 0; time < TIMES; time++) {
      parser.parse(texts[format])
      yield
    }
  }
}
