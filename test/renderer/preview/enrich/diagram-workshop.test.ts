// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEnricher } from '../../../../renderer/preview/enrich/enricher.ts'
import { createWorkshop } from '../../../../renderer/preview/enrich/diagram-workshop.ts'
import type { Sanitizer } from '../../../../renderer/preview/sanitizer.ts'

const frames = (): readonly HTMLIFrameElement[] => [...document.querySelectorAll('iframe')]

/** The hidden document has loaded and answers what it is asked with `answer`. */
function load(frame: HTMLIFrameElement | undefined, answer: unknown): void {
  const postMessage = (_request: unknown, _origin: string, [port]: readonly MessagePort[]): void =>
    port?.postMessage(answer)
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage } })
  frame?.dispatchEvent(new Event('load'))
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('drawing diagrams in a document of its own', () => {
  test('gives the sandboxed document no origin of the page', () => {
    const workshop = createWorkshop(1000)
    void workshop.draw('flowchart', false)
    expect(frames().map((frame) => frame.getAttribute('sandbox'))).toEqual(['allow-scripts'])
    workshop.stop()
  })

  test('uses one document for all of them', async () => {
    const workshop = createWorkshop(1000)
    const first = workshop.draw('one', false)
    load(frames()[0], { ok: true, svg: '<svg></svg>' })
    expect(await first).toEqual({ ok: true, svg: '<svg></svg>' })
    expect(await workshop.draw('two', false)).toEqual({ ok: true, svg: '<svg></svg>' })
    expect(frames()).toHaveLength(1)
  })

  test('ends one that takes too long, with its document, and draws the next in a new one', async () => {
    const workshop = createWorkshop(1000)
    const first = workshop.draw('endless', false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await first).toBe('late')
    expect(frames()).toHaveLength(0)
    const second = workshop.draw('short', false)
    load(frames()[0], { ok: true, svg: '<svg></svg>' })
    expect(await second).toEqual({ ok: true, svg: '<svg></svg>' })
  })

  test('ends one that is not wanted any more', async () => {
    const workshop = createWorkshop(1000)
    const drawn = workshop.draw('endless', false)
    workshop.stop()
    expect(await drawn).toBe('stopped')
    expect(frames()).toHaveLength(0)
  })

  test('takes an answer of another kind for a failure', async () => {
    const workshop = createWorkshop(1000)
    const drawn = workshop.draw('odd', false)
    load(frames()[0], { ok: true, svg: ['<svg></svg>'] })
    expect(await drawn).toEqual({ ok: false, reason: '' })
  })
})

test('a diagram that is put aside before it is drawn is drawn when it is back', async () => {
  const clean: Sanitizer = { sanitize: () => [], sanitizeInSlices: () => [][Symbol.iterator]() as never }
  const enricher = createEnricher(
    document,
    clean,
    (key) => key,
    () => undefined,
  )
  enricher.setAppearance(['diagrams'], false)
  const body = document.createElement('div')
  body.innerHTML = '<pre><code class="language-mermaid">flowchart LR</code></pre>'
  document.body.append(body)
  enricher.enrich(body, true)
  body.remove()
  await vi.advanceTimersByTimeAsync(1000)
  expect(frames()).toHaveLength(0)
  document.body.append(body)
  enricher.enrich(body, true)
  await vi.advanceTimersByTimeAsync(1000)
  expect(frames()).toHaveLength(1)
  expect(body.querySelectorAll('figure')).toHaveLength(1)
  enricher.dispose()
})
