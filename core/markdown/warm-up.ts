import { DEFAULT_EXTENSIONS } from './extensions.ts'
import { htmlScanner } from './html-scanner.ts'
import { markdownScanner } from './markdown-scanner.ts'
import { scannerWith } from './marked-setup.ts'
import { renderMarkdown } from './render-markdown.ts'
import { WARM_UP_HTML, WARM_UP_TEXTS, WARM_UP_TIMES } from './warm-up-texts.ts'

/** An environment without definitions. */
export const NOTHING = { definitions: {}, footnotes: new Map<string, number>() }

/**
 * Reads and renders a short text of every kind at each step. The engine makes a pattern ready when it is first tried, once
 * for Latin text and once for any other, and better when it is tried again: the first article that needs it would wait.
 */
export function* warmUp(): Generator<undefined> {
  const scanner = scannerWith(markdownScanner(), DEFAULT_EXTENSIONS)
  for (const latin of WARM_UP_TEXTS) {
    for (const text of [latin, latin.replace('a', '文')]) {
      for (let time = 0; time < 2; time++) {
        scanner.scan(text, true, false)
        yield
        renderMarkdown(text, NOTHING)
        yield
      }
    }
  }
  const html = htmlScanner()
  for (let time = 0; time < WARM_UP_TIMES; time++) {
    html.scan(WARM_UP_HTML, true, false)
    yield
  }
}
