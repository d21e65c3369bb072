/** A step from settings written by one version of Galley to the next. */
export type Migration = (settings: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** In the order of versions; entry n leads from format n to n + 1. Settings without a `format` have format 0. */
const MIGRATIONS: readonly Migration[] = []

/** Settings of any earlier format in the present one; anything that is no object comes back as it is. */
export function migrate(value: unknown, migrations: readonly Migration[] = MIGRATIONS): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  let settings: Readonly<Record<string, unknown>> = { ...value }
  const format = typeof settings.format === 'number' ? settings.format : 0
  for (const step of migrations.slice(format)) settings = step(settings)
  return settings
}
