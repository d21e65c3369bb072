import { DEFAULT_EXTENSIONS } from './extensions.ts'
import { markdownScanner } from './markdown-scanner.ts'
import { scannerWith } from './marked-setup.ts'
import { renderMarkdown } from './render-markdown.ts'

/** An environment without definitions. */
export const NOTHING = { definitions: {}, footnotes: new Map<string, number>() }
/** A short block of every kind, with `a` where other letters will stand, too. */
export const WARM_UP_TEXTS = [
  'a **b** _c_ ~~d~~ `e` [f](g) ![h](i) <b>j</b> https://k.example\nl',
  '- a\n- b\n  1. c',
  '> a\nb',
  '| a |\n| - |\n| b |',
  'a\n---',
  '<p>a</p>',
  'a\n: b',
] as const

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
}
