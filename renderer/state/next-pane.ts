const PANES = [
  '#pane-sidebar',
  '#pane-form',
  '#pane-source .cm-content',
  '#pane-preview iframe',
  '[role="tablist"].tab-list',
]
const FOCUSABLE =
  'input, textarea, select, button:not([tabindex="-1"]), a[href], [tabindex="0"]:not([role="separator"])'

/** Where writing begins in the form: what comes before it only hides the form or shows it as text. */
const FIRST_FIELD = '[data-path] :is(input, textarea, select), .fm-empty button'

/** Moves the focus to the next (1) or previous (-1) pane that is shown: sidebar, form, source, preview, tabs. */
export function focusPane(direction: 1 | -1): void {
  const panes = PANES.flatMap((selector) => {
    const element = document.querySelector<HTMLElement>(selector)
    return element && element.getClientRects().length > 0 ? [element] : []
  })
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next =
    at < 0 && direction === -1 ? panes.at(-1) : panes[(at + direction + panes.length) % panes.length]
  if (!next) return
  const within = (selector: string) => next.querySelector<HTMLElement>(selector)
  const inner = next.matches('.cm-content, iframe') ? next : (within(FIRST_FIELD) ?? within(FOCUSABLE))
  ;(inner ?? next).focus()
}
