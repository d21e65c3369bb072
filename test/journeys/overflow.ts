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
    /** The element around one that scrolls that way, or null: what is scrolled out of sight is no mistake. */
    const scroller = (element: Element, way: 'overflowX' | 'overflowY'): Element | null => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at)[way])) return at
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
      // A text field scrolls with its caret.
      const clips = /hidden|clip/.test(style.overflowX) && element.tagName !== 'INPUT'
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
      if ((box.right > innerWidth + 1 || box.left < -1) && !scroller(element, 'overflowX'))
        found.push(`out of the window: ${name(element)}`)
      if (box.bottom > innerHeight + 1 && !scroller(element, 'overflowY'))
        found.push(`below the window: ${name(element)}`)
      const holds = element.matches('header, main, section, footer, aside, [role="dialog"]')
      if (holds && style.overflowY === 'visible' && element.scrollHeight > element.clientHeight + 2)
        found.push(`higher than its place: ${name(element)}`)
    }
    const controls = elements.filter((it) =>
      it.matches('button, input:not([type="hidden"]), textarea, select, [role="tab"], a[href]'),
    )
    const inside = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2
    /** What can be seen of a box that is partly scrolled out of sight. */
    const seen = (element: Element): DOMRect => {
      const box = element.getBoundingClientRect()
      const across = scroller(element, 'overflowX')?.getBoundingClientRect() ?? box
      const down = scroller(element, 'overflowY')?.getBoundingClientRect() ?? box
      const [left, top] = [Math.max(box.left, across.left), Math.max(box.top, down.top)]
      const [right, bottom] = [Math.min(box.right, across.right), Math.min(box.bottom, down.bottom)]
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
    }
    // Those whose middle nothing lies over.
    const open = controls
      .map((element) => ({ element, box: seen(element) }))
      .filter(({ element, box }) => {
        const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return middle && (element.contains(middle) || middle.contains(element))
      })
    for (const [at, { element: one, box }] of open.entries()) {
      for (const { element: other, box: second } of open.slice(at + 1)) {
        if (!inside(box, second) || one.contains(other) || other.contains(one)) continue
        // A field and the button that stands in it belong together.
        if (one.parentElement?.contains(other) && /INPUT|TEXTAREA/.test(one.tagName)) continue
        found.push(`over one another: ${name(one)} and ${name(other)}`)
      }
    }
    return [...new Set(found)]
  })
}
