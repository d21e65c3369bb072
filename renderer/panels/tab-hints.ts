import type { SteadyTab } from '../state/app-state.ts'

/** For articles that share a file name, the shortest end of their folders that tells them apart, by tab id. */
export function tabHints(
  tabs: readonly Pick<SteadyTab, 'id' | 'name' | 'path'>[],
): ReadonlyMap<string, string> {
  const hints = new Map<string, string>()
  for (const tab of tabs) {
    const twins = tabs.filter((it) => it.id !== tab.id && it.name === tab.name)
    if (twins.length === 0 || tab.path === null) continue
    const own = folders(tab.path)
    const others = twins.map((it) => folders(it.path ?? ''))
    for (let depth = 1; depth <= own.length; depth++) {
      const end = own.slice(-depth).join('/')
      hints.set(tab.id, end)
      if (!others.some((it) => it.slice(-depth).join('/') === end)) break
    }
  }
  return hints
}

function folders(path: string): readonly string[] {
  return path.split(/[\\/]/).slice(0, -1).filter(Boolean)
}
