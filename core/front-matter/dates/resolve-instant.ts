import type { Generator } from '../../generator.ts'
import type { FieldStyle } from '../model.ts'
import { utcMs } from './calendar.ts'
import type { WrittenDate } from './written-date.ts'

/**
 * The moment a generator takes a written date for. `epochMs` is milliseconds since the epoch.
 * `zone`: the zone is written in the date; `utc`: none is written and the generator takes UTC; `local`: none is
 * written and the generator takes the site's configured zone or the clock of the machine that builds the site,
 * so the same file may give another day elsewhere.
 */
export type ResolvedInstant =
  | { readonly kind: 'zone'; readonly epochMs: number; readonly dependsOnMachine: false }
  | { readonly kind: 'utc'; readonly epochMs: number; readonly dependsOnMachine: false }
  | { readonly kind: 'local'; readonly epochMs: null; readonly dependsOnMachine: true }

/** YAML 1.1 timestamp (yaml.org/type/timestamp.html), the notation that is loaded as a date without quotes. */
const YAML_TIMESTAMP =
  /^(\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?)$/

/**
 * What `generator` makes of a date (null: what most do). `style` is the field's: a quoted date never becomes a YAML
 * timestamp and is parsed as text later.
 * - Hexo: the site's `timezone`, else the machine's (hexojs/hexo#4548).
 * - Jekyll: a plain YAML timestamp with a time is UTC; a day alone or text is in the site's or machine's zone.
 * - Hugo: UTC unless `timeZone` is set.
 * - Astro and others on JavaScript: a YAML timestamp is UTC; text is UTC only when it is an ISO day (ECMA-262,
 *   Date Time String Format).
 */
export function resolveInstant(
  written: WrittenDate,
  generator: Generator | null = null,
  style: FieldStyle = 'plain',
): ResolvedInstant {
  const { year, month, day, hour, minute, second, fraction, zone } = written
  const clock = utcMs(year, month, day, hour ?? 0, minute ?? 0, second ?? 0)
  const wallMs = clock + Number(`${fraction ?? ''}000`.slice(0, 3))
  if (zone.offset !== null) {
    return { kind: 'zone', epochMs: wallMs - zone.offset * 60_000, dependsOnMachine: false }
  }
  return zonelessIsUtc(written, generator, style === 'plain')
    ? { kind: 'utc', epochMs: wallMs, dependsOnMachine: false }
    : { kind: 'local', epochMs: null, dependsOnMachine: true }
}

function zonelessIsUtc(written: WrittenDate, generator: Generator | null, plain: boolean): boolean {
  const timestamp = plain && YAML_TIMESTAMP.test(written.source)
  switch (generator) {
    case 'hexo':
      return false
    case 'hugo':
      return true
    case 'jekyll':
      return timestamp && written.precision !== 'day'
    case 'astro':
    case null:
      return timestamp || /^\d{4}-\d\d-\d\d$/.test(written.source)
  }
}
