import type { Settings } from './settings.ts'

/** What names files or measures of one machine, and is no use on another. */
export const OF_THIS_MACHINE = [
  'layout',
  'remoteImagesAllowed',
  'encodings',
  'schemas',
  'workspace',
  'recentCommands',
] as const satisfies readonly (keyof Settings)[]

export type PortableKey = Exclude<keyof Settings, (typeof OF_THIS_MACHINE)[number]>
export type PortableSettings = Pick<Settings, PortableKey>

/** True for a setting that goes with an export. */
export function isPortable(key: string): key is PortableKey {
  return !(OF_THIS_MACHINE as readonly string[]).includes(key)
}

/** What of the settings can go to another machine, as readable JSON. */
export function exportedText(settings: Settings): string {
  const portable = Object.fromEntries(Object.entries(settings).filter(([key]) => isPortable(key)))
  return JSON.stringify(portable, null, 2) + '\n'
}
