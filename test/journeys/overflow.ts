import type { Page } from '@playwright/test'

/**
 * Everything visible in the page that is cut off, sticks out of the window, or lies over another control, one line each.
 * What scrolls, what is hidden for the eye, and what ends in an ellipsis with its whole text in a tooltip or an
 * accessible name is left out.
 */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const name = (element: Element): string => {
      const text = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${text}”`
    }
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, [aria-hidden="true"], .cm-scroller, .diagram-workshop') === null
    /** The scrolling element around one, or null: what is scrolled out of sight is no mistake. */
    const scroller = (element: Element): Element | null => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        if (/auto|scroll/.test(overflowX + overflowY)) return at
      }
      return null
    }
    const elements = [...document.body.querySelectorAll('*')].filter(
      (it): it is HTMLElement => it instanceof HTMLElement && isShown(it),
    )
    for (const element of elements) {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      // A name that is only there for assistive technology is one pixel large, at any zoom.
      if (box.width <= 3.2 || box.height <= 1.5) continue
      const clips = /hidden|clip/.test(style.overflowX)
      const ellipsis = style.textOverflow === 'ellipsis'
      if (clips && !ellipsis && element.scrollWidth > element.clientWidth + 1) {
        const wide = [...element.children].some((child) => {
          const inner = child.getBoundingClientRect()
          return isShown(child) && inner.width > 1.5 && inner.right > box.right + 1
        })
        if (wide || element.children.length === 0) found.push(`cut at the side: ${name(element)}`)
      }
      if (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2) {
        const tall = [...element.children].some((child) => {
          const inner = child.getBoundingClientRect()
          return isShown(child) && inner.width > 1.5 && inner.bottom > box.bottom + 2
        })
        if (tall) found.push(`cut below: ${name(element)}`)
      }
      const inScroller = scroller(element) !== null
      if (!inScroller && (box.right > innerWidth + 1 || box.left < -1))
        found.push(`out of the window: ${name(element)}`)
      if (!inScroller && box.bottom > innerHeight + 1) found.push(`below the window: ${name(element)}`)
    }
    const controls = elements.filter((it) =>
      it.matches('button, input:not([type="hidden"]), textarea, select, [role="tab"], a[href]'),
    )
    const inside = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2
    for (const [at, one] of controls.entries()) {
      const box = one.getBoundingClientRect()
      const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      if (!middle || !(one.contains(middle) || middle.contains(one))) continue
      for (const other of controls.slice(at + 1)) {
        if (one.contains(other) || other.contains(one)) continue
        // A field and the button that stands in it belong together.
        if (one.parentElement?.contains(other) && /INPUT|TEXTAREA/.test(one.tagName)) continue
        const second = other.getBoundingClientRect()
        const shown = document.elementFromPoint(
          second.left + second.width / 2,
          second.top + second.height / 2,
        )
        if (!shown || !(other.contains(shown) || shown.contains(other))) continue
        if (inside(box, second)) found.push(`over one another: ${name(one)} and ${name(other)}`)
      }
    }
    return [...new Set(found)]
  })
}
