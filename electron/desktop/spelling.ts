import type { Session } from 'electron'
import type { SpellingState } from '../../core/contract.ts'
import type { SpellingSettings } from '../../core/settings.ts'

type SpellingSession = Pick<
  Session,
  | 'availableSpellCheckerLanguages'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
>

/** A port Chromium never connects to: dictionaries that are on the disk are used, and none is fetched. */
const NOWHERE = 'http://127.0.0.1:1/'

/** Where Chromium keeps its dictionaries, which Electron uses unless told otherwise. */
const CHROMIUM_DICTIONARIES = 'https://redirector.gvt1.com/edgedl/chrome/dict/'

/** Keeps dictionaries from being fetched until the writer's wishes are known: by itself Chromium fetches at once. */
export function fetchNoDictionaries(session: Pick<Session, 'setSpellCheckerDictionaryDownloadURL'>): void {
  session.setSpellCheckerDictionaryDownloadURL(NOWHERE)
}

/** The first language there is a dictionary for, by its full name or by its language alone. */
function bestMatch(wanted: string, available: readonly string[]): string | undefined {
  const language = wanted.split('-')[0] ?? wanted
  return available.find((it) => it === wanted) ?? available.find((it) => it === language)
}

/**
 * Follows the writer's wishes about spelling. Outside macOS a dictionary is only fetched with leave; the address comes
 * first, for choosing a language begins the download. Call it before the first window is made.
 */
export function applySpelling(session: SpellingSession, spelling: SpellingSettings, locale: string): void {
  session.setSpellCheckerDictionaryDownloadURL(spelling.download ? CHROMIUM_DICTIONARIES : NOWHERE)
  session.setSpellCheckerEnabled(spelling.enabled)
  const available = session.availableSpellCheckerLanguages
  const wanted = spelling.languages.length > 0 ? spelling.languages : [locale]
  // Electron throws at a language it has no dictionary for.
  const languages = wanted.flatMap((it) => bestMatch(it, available) ?? [])
  session.setSpellCheckerLanguages(spelling.enabled ? [...new Set(languages)] : [])
}

/** The languages dictionaries exist for, and the words the writer has added. */
export async function spellingState(
  session: Pick<Session, 'availableSpellCheckerLanguages' | 'listWordsInSpellCheckerDictionary'>,
): Promise<SpellingState> {
  const words = await session.listWordsInSpellCheckerDictionary()
  return {
    available: session.availableSpellCheckerLanguages,
    words: [...words].sort((a, b) => a.localeCompare(b)),
  }
}
