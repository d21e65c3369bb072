import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Script {
  readonly name: string
  /** Its size in bytes, gzipped. */
  readonly gzipped: number
}

/** The scripts that the application's page in `renderer` needs before anything is shown: its own, and all they import. */
export function firstViewScripts(renderer: string): readonly Script[] {
  const page = readFileSync(join(renderer, 'index.html'), 'utf8')
  const waiting = [...page.matchAll(/<script[^>]* src="\.\/([^"]+\.js)"/g)].map(([, name]) => name ?? '')
  const sizes = new Map<string, number>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (sizes.has(name)) continue
    const code = readFileSync(join(renderer, name))
    sizes.set(name, gzipSync(code).length)
    // What is imported on demand stands in brackets: `import("./x.js")`.
    for (const [, imported] of code.toString('utf8').matchAll(/(?:from|import)\s*"\.\/([\w.~-]+\.js)"/g)) {
      waiting.push(join('assets', imported ?? ''))
    }
  }
  return [...sizes].map(([name, gzipped]) => ({ name, gzipped }))
}

/** Their sizes together, in bytes, gzipped. */
export function firstViewSize(renderer: string): number {
  return firstViewScripts(renderer).reduce((sum, script) => sum + script.gzipped, 0)
}
