import fc from 'fast-check'
import { ChangeSet, Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import { isShown } from '../../../core/markdown/block.ts'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import { editedSpan, stampAround } from '../../../renderer/preview/stamp-around.ts'
import { plainHost, sourceOf } from './plain-host.ts'
import { htmlEdits, htmlText, markdownEdits, markdownText } from '../../core/markdown/random-text.ts'
import { runs } from '../../runs.ts'

const HEAD = '---\ntitle: A\n---\n'
/** The offsets that the blocks' elements carry, and those their text has. */
function offsets({ index, dom, source }: ArticleView): {
  readonly carried: readonly string[]
  readonly real: readonly string[]
} {
  const carried: string[] = []
  const real: string[] = []
  let from = source.body.from
  for (const block of index.blocks) {
    const element = isShown(block) ? dom.view(block) : undefined
    const to = from + block.length
    if (element) {
      carried.push(`${element.getAttribute('data-from')}-${element.getAttribute('data-to')}`)
      real.push(`${from}-${to}`)
    }
    from = to
  }
  return { carried, real }
}

test.each([
  ['Markdown', 'markdown', markdownText, markdownEdits],
  ['HTML', 'html', htmlText, htmlEdits],
] as const)('after every edit of %s all blocks carry where they stand', (_name, format, texts, edits) => {
  fc.assert(
    fc.property(texts, fc.array(edits, { maxLength: 3 }), (text, scripts) => {
      let doc = Text.of((HEAD + text).split('\n'))
      const view = new ArticleView(plainHost, sourceOf(doc, format, HEAD.length), DEFAULT_EXTENSIONS)
      view.work(Infinity)
      for (const script of scripts) {
        // The edits of a script at once, as with several carets.
        const places = script.map(({ at, remove, insert }) => {
          const from = HEAD.length + Math.round(at * (doc.length - HEAD.length))
          return { from, to: Math.min(doc.length, from + remove), insert }
        })
        const apart = places
          .sort((one, other) => one.from - other.from)
          .filter(({ from }, i, all) => i === 0 || from > (all[i - 1]?.to ?? 0))
        const changes = ChangeSet.of(apart, doc.length)
        doc = changes.apply(doc)
        if (!view.change(changes, sourceOf(doc, format, HEAD.length))) return
        view.work(Infinity)
        stampAround(view, editedSpan(changes))
        const { carried, real } = offsets(view)
        expect(carried).toEqual(real)
      }
    }),
    { numRuns: runs(300) },
  )
})
