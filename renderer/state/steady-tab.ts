import type { ArticleTab, PanesTab, SteadyTab } from './app-state.ts'

const MOVING: ReadonlySet<string> = new Set<Exclude<keyof ArticleTab, keyof SteadyTab>>([
  'statistics',
  'outline',
  'currentHeading',
  'caretLine',
  'caretColumn',
  'hasSelection',
  'inTable',
])

const NOT_IN_PANES: ReadonlySet<string> = new Set([
  ...MOVING,
  ...(['dirty', 'saveState', 'bodyProblems'] as const satisfies Exclude<keyof SteadyTab, keyof PanesTab>[]),
])

/** `before` when nothing but what moves with the caret is different in `tab`, else `tab`: most of the page need not be drawn. */
export function steadyTab<T extends SteadyTab>(tab: T | null, before: T | null): T | null {
  return unless(MOVING, tab, before)
}

/** The same of what the panes show. */
export function panesTab<T extends PanesTab>(tab: T | null, before: T | null): T | null {
  return unless(NOT_IN_PANES, tab, before)
}

function unless<T extends PanesTab>(moving: ReadonlySet<string>, tab: T | null, before: T | null): T | null {
  if (tab === null || before === null || tab === before) return tab
  const keys = Object.keys(tab) as (keyof T)[]
  return keys.every((key) => moving.has(String(key)) || Object.is(tab[key], before[key])) ? before : tab
}

/** The same for all tabs: the array and each tab in it stay as long as they can. */
export function steadyTabs<T extends SteadyTab>(tabs: readonly T[], before: readonly T[]): readonly T[] {
  const known = new Map(before.map((tab) => [tab.id, tab]))
  const next = tabs.map((tab) => steadyTab(tab, known.get(tab.id) ?? null) ?? tab)
  return next.length === before.length && next.every((tab, at) => tab === before[at]) ? before : next
}
