// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEnricher } from '../../../../renderer/preview/enrich/enricher.ts'
import { createWorkshop } from '../../../../renderer/preview/enrich/diagram-workshop.ts'
import type { Sanitizer } from '../../../../renderer/preview/sanitizer.ts'

const frames = (): readonly HTMLIFrameElement[] => [...document.querySelectorAll('iframe')]

/** The hidden document has loaded and answers with `answer` what it is asked, which is returned. */
function load(frame: HTMLIFrameElement | undefined, answer: unknown): readonly unknown[] {
  const asked: unknown[] = []
  const postMessage = (request: unknown, _origin: string, [port]: readonly MessagePort[]): void => {
    asked.push(request)
    port?.postMessage(answer)
  }
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage } })
  frame?.dispatchEvent(new Event('load'))
  return asked
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
    workshop.dispose()
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

  test('ends one that is not wanted any more, with its document', async () => {
    const workshop = createWorkshop(1000)
    const first = workshop.draw('short', false)
    load(frames()[0], { ok: true, svg: '' })
    await first
    const drawn = workshop.draw('endless', false)
    workshop.stop()
    expect(await drawn).toBe('stopped')
    expect(frames()).toHaveLength(0)
  })

  test('goes on loading when what it was opened for is not wanted any more, and draws only the next', async () => {
    const workshop = createWorkshop(1000)
    const first = workshop.draw('one', false)
    workshop.stop()
    expect(await first).toBe('stopped')
    const second = workshop.draw('two', false)
    expect(frames()).toHaveLength(1)
    const asked = load(frames()[0], { ok: true, svg: '<svg></svg>' })
    await second
    expect(asked).toEqual([{ source: 'two', dark: false }])
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
