import { onDemand, type Enrichment } from './enrichment.ts'

/** Replaces `:name:` by its emoji; a name that is none becomes text again. */
export function createEmoji(wake: () => void): Enrichment {
  const table = onDemand(() => import('gemoji').then((it) => it.nameToEmoji), wake)
  return {
    extension: 'emoji',
    selector: 'span.galley-emoji',
    apply(element) {
      table.ask()
      if (!table.value) return table.failure === null ? 'unready' : 'done'
      const name = element.textContent.slice(1, -1)
      const emoji = Object.hasOwn(table.value, name) ? table.value[name] : undefined
      element.replaceWith(emoji ?? element.textContent)
      return 'done'
    },
  }
}
