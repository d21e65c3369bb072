/** The network pictures a writer asked to see, by tab; they last as long as the page. */
const shown = new Map<string, Set<string>>()

/** Remembers that the writer asked to see this picture in the form of this tab. */
export function rememberShown(tabId: string, address: string): void {
  shown.set(tabId, (shown.get(tabId) ?? new Set()).add(address))
}

/** Whether the writer has asked to see this picture in the form of this tab. */
export function wasShown(tabId: string, address: string): boolean {
  return shown.get(tabId)?.has(address) ?? false
}
