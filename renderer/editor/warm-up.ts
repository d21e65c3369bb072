import { WARM_UP_TEXTS } from '../../core/markdown/warm-up-texts.ts'
import { articleLanguage } from './article-language.ts'

/** So often the engine takes note of what is worth being made quicker. */
const TIMES = 12

/** Parses a short text of every kind at each step, as the editor of the next article will. */
export function* warmUpParser(): Generator<undefined> {
  const { parser } = articleLanguage('markdown').language
  const text = WARM_UP_TEXTS.join('\n\n')
  for (let time = 0; time < TIMES; time++) {
    parser.parse(text)
    yield
  }
}
