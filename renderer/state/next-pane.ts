const PANES = ['#pane-form', '#pane-source .cm-content', '#pane-preview iframe', '[role="tablist"]']
const FOCUSABLE = 'input, textarea, select, button, a[href], [tabindex="0"]'

/** Moves the focus to the next pane that is shown: form, source, preview, tabs. */
export function focusNextPane(): void {
  const panes = PANES.flatMap((selector) => {
    const element = document.querySelector<HTMLElement>(selector)
    return element && element.getClientRects().length > 0 ? [element] : []
  })
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + 1) % panes.length]
  if (!next) return
  const inner = next.matches('.cm-content, iframe') ? next : next.querySelector<HTMLElement>(FOCUSABLE)
  ;(inner ?? next).focus()
}
