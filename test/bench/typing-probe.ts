import type { Page } from '@playwright/test'

/** Milliseconds for each key. */
export interface KeyTimes {
  readonly frame: number[]
  readonly preview: number[]
  /** Long tasks (over 50 ms) while typing. */
  readonly long: number[]
}

interface Probe extends KeyTimes {
  pressed: number
  seen: boolean
  drawn: boolean
}

type Probed = typeof globalThis & { probe: Probe; previewRoot?: HTMLElement | null }

/** Starts to listen: keydown to the end of the next frame, and to the first change of the preview's nodes. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scope = globalThis as Probed
    const probe: Probe = { frame: [], preview: [], long: [], pressed: 0, seen: true, drawn: true }
    scope.probe = probe
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Preview"]')
    const root = frame?.contentDocument?.querySelector('.galley-body') ?? scope.previewRoot ?? null
    if (root) {
      new MutationObserver(() => {
        if (probe.seen) return
        probe.seen = true
        probe.preview.push(performance.now() - probe.pressed)
      }).observe(root, { childList: true, subtree: true, characterData: true })
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) probe.long.push(entry.duration)
    }).observe({ type: 'longtask' })
    window.addEventListener(
      'keydown',
      () => {
        probe.pressed = performance.now()
        probe.drawn = false
        probe.seen = root === null
        requestAnimationFrame(() =>
          setTimeout(() => {
            probe.frame.push(performance.now() - probe.pressed)
            probe.drawn = true
          }),
        )
      },
      { capture: true },
    )
  })
}

/**
 * Types `count` letters, each after frame and preview have answered the one before; throws after `patience` ms. A key is
 * let go after its frame, as by hand: while one is let go, Chromium puts timers off, which would be measured with it.
 * No further key after `time` ms; gives how many were typed.
 */
export async function typeKeys(
  page: Page,
  count: number,
  patience: number,
  time = Infinity,
): Promise<number> {
  const until = performance.now() + time
  let key = 0
  for (; key < count && performance.now() < until; key += 1) {
    const letter = 'abcdefgh'.charAt(key % 8)
    await page.keyboard.down(letter)
    await page.waitForFunction(
      () => {
        const { probe } = globalThis as Probed
        return probe.drawn && probe.seen
      },
      undefined,
      { timeout: patience },
    )
    await page.keyboard.up(letter)
    await page.waitForTimeout(30)
  }
  return key
}

/** What was measured since `listen`. */
export function timesOf(page: Page): Promise<KeyTimes> {
  return page.evaluate(() => {
    const { frame, preview, long } = (globalThis as Probed).probe
    return { frame, preview, long }
  })
}
