import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml'

/** True when `source` is one YAML document whose root is a mapping. */
export function isYamlMapping(source: string): boolean {
  try {
    const events = parseEvents(source, {})
    const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length
    return documents === 1 && events[1]?.type === EVENT_ID.MAPPING
  } catch (error) {
    if (error instanceof YAMLException) return false
    throw error
  }
}
