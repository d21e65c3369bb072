import { afterEach, expect, test } from 'vitest'
import { keepPictures } from '../../../../renderer/preview/enrich/diagrams.ts'
import { createEnricher, type Enricher } from '../../../../renderer/preview/enrich/enricher.ts'
import type { Sanitizer } from '../../../../renderer/preview/sanitizer.ts'

const sanitizer: Sanitizer = {
  sanitize: () => [],
  *sanitizeInSlices() {
    yield undefined
    return document.createElement('div')
  },
}
let enricher: Enricher

afterEach(() => enricher.dispose())

/** A block with a diagram's code inside `around`, enriched as one that is rendered between other tasks. */
function blockWith(around: (code: string) => string): HTMLElement {
  const block = document.createElement('div')
  block.innerHTML = around('<pre><code class="language-mermaid">flowchart LR</code></pre>')
  enricher = createEnricher(
    document,
    sanitizer,
    (key) => key,
    () => undefined,
  )
  enricher.setAppearance(['diagrams'], false)
  enricher.enrich(block, false)
  return block
}

test('a block that comes between other tasks has its place for a diagram at once, and keeps the picture', () => {
  const standing = document.createElement('div')
  standing.innerHTML = '<figure class="galley-diagram"><svg></svg><pre></pre></figure>'
  const picture = standing.querySelector('svg')
  const fresh = blockWith((code) => code)
  keepPictures(standing, fresh)
  expect(fresh.querySelector('figure.galley-diagram > svg')).toBe(picture)
})

test('an article’s own figure of the same name is no place for a diagram: its code has another in it', () => {
  const block = blockWith((code) => `<figure class="galley-diagram">${code}</figure>`)
  expect(block.querySelectorAll('figure > figure.galley-diagram > pre > [data-set]')).toHaveLength(1)
})
