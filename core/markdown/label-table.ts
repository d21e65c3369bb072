import type { Block, Definition } from './block.ts'

/** The reference and footnote labels of a whole body. The first definition of a label wins (CommonMark 4.7). */
export class LabelTable {
  private links = Object.create(null) as Record<string, Definition>
  private numbers: ReadonlyMap<string, number> = new Map()

  /** Definitions by normalised label; without a prototype. */
  get definitions(): Readonly<Record<string, Definition>> {
    return this.links
  }

  /** Footnote numbers by label, from 1 in the order of first reference; only labels that are defined. */
  get footnotes(): ReadonlyMap<string, number> {
    return this.numbers
  }

  /** Takes note of blocks that went and came; returns the labels whose meaning changed (footnotes as `^label`). */
  update(all: readonly Block[], gone: readonly Block[], fresh: readonly Block[]): readonly string[] {
    const changed: string[] = []
    if (touches(gone, hasDefinitions)) changed.push(...this.relink(all))
    else if (touches(fresh, hasDefinitions)) changed.push(...(this.add(fresh) ?? this.relink(all)))
    if (touches(gone, hasFootnotes) || touches(fresh, hasFootnotes)) changed.push(...this.renumber(all))
    return changed
  }

  /** Adds definitions whose labels are all new, so that none can win over another; null when one is not. */
  private add(fresh: readonly Block[]): string[] | null {
    const definitions = fresh.flatMap((block) => block.definitions)
    if (definitions.some(({ label }) => label in this.links)) return null
    for (const definition of definitions) this.links[definition.label] ??= definition
    return definitions.map(({ label }) => label)
  }

  private relink(all: readonly Block[]): string[] {
    const next = Object.create(null) as Record<string, Definition>
    for (const block of all) {
      for (const definition of block.definitions) next[definition.label] ??= definition
    }
    const old = this.links
    this.links = next
    const changed = Object.keys(next).filter((label) => {
      const before = old[label]
      const now = next[label]
      return before?.href !== now?.href || before?.title !== now?.title
    })
    return [...changed, ...Object.keys(old).filter((label) => !(label in next))]
  }

  private renumber(all: readonly Block[]): string[] {
    const defined = new Set<string>()
    for (const block of all) if (block.footnote !== null) defined.add(block.footnote)
    const next = new Map<string, number>()
    for (const block of all) {
      for (const label of block.footnoteRefs) {
        if (defined.has(label) && !next.has(label)) next.set(label, next.size + 1)
      }
    }
    const old = this.numbers
    this.numbers = next
    const labels = new Set([...old.keys(), ...next.keys()])
    return [...labels].filter((label) => old.get(label) !== next.get(label)).map((label) => `^${label}`)
  }
}

function touches(blocks: readonly Block[], test: (block: Block) => boolean): boolean {
  return blocks.some(test)
}

function hasDefinitions(block: Block): boolean {
  return block.definitions.length > 0
}

function hasFootnotes(block: Block): boolean {
  return block.footnote !== null || block.footnoteRefs.length > 0
}
