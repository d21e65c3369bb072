import { BUILT_IN_SCHEMAS } from '../../core/front-matter/schemas/built-in.ts'
import { SCHEMA_NAMES } from '../../core/front-matter/schemas/schema.ts'
import type { Language } from '../i18n/messages.ts'
import { hasMessage, translate } from '../i18n/translate.ts'

export type ReferenceTopic = 'markdown' | 'frontMatter'

/** A section of a reference: its heading, and where that stands (UTF-16 offset). */
export interface ReferenceSection {
  readonly title: string
  readonly at: number
  /** Everything the section says, small letters, for searching. */
  readonly text: string
}

const LOAD: Readonly<Record<ReferenceTopic, Readonly<Record<Language, () => Promise<{ default: string }>>>>> =
  {
    markdown: {
      en: () => import('../../assets/help/en/markdown.md?raw'),
      'zh-CN': () => import('../../assets/help/zh-cn/markdown.md?raw'),
    },
    frontMatter: {
      en: () => import('../../assets/help/en/front-matter.md?raw'),
      'zh-CN': () => import('../../assets/help/zh-cn/front-matter.md?raw'),
    },
  }

const EXAMPLE = /^(`{3,})markdown example\n([\s\S]*?)^\1\n/gm

/** Each example as it is written and, behind it, as it comes out. */
export function withResults(text: string): string {
  return text.replace(EXAMPLE, (_, fence: string, source: string) => {
    const shown = `${fence}markdown\n${source}${fence}\n`
    return `${shown}\n${source}\n`
  })
}

/** Tables of the fields each generator knows, from the schemas the form uses. */
export function knownFieldsText(language: Language): string {
  return SCHEMA_NAMES.map((name) => {
    const rows = BUILT_IN_SCHEMAS[name].fields.map(({ key, messageKey }) => {
      const meaning = messageKey !== null && hasMessage(messageKey) ? translate(language, messageKey) : ''
      return `| \`${key}\` | ${meaning.replaceAll('|', '\\|')} |`
    })
    const head = `| ${translate(language, 'help.field')} | ${translate(language, 'help.meaning')} |`
    return `### ${translate(language, `form.schema.${name}`)}\n\n${head}\n| :-- | :-- |\n${rows.join('\n')}\n`
  }).join('\n')
}

/** A reference as one Markdown text, ready to be shown. */
export async function loadReference(topic: ReferenceTopic, language: Language): Promise<string> {
  const { default: text } = await LOAD[topic][language]()
  return topic === 'markdown' ? withResults(text) : `${text}\n${knownFieldsText(language)}`
}

/** The sections of a reference, by its headings of the second and third level outside code. */
export function sectionsOf(text: string): readonly ReferenceSection[] {
  const found: { title: string; at: number }[] = []
  let fence: string | null = null
  let at = 0
  for (const line of text.split('\n')) {
    const mark = /^(`{3,})/.exec(line)?.[1]
    if (fence !== null) {
      if (line === fence) fence = null
    } else if (mark !== undefined) fence = mark
    else if (/^#{2,3} /.test(line)) found.push({ title: line.replace(/^#+ /, ''), at })
    at += line.length + 1
  }
  return found.map((section, index) => ({
    ...section,
    text: text.slice(section.at, found[index + 1]?.at ?? text.length).toLowerCase(),
  }))
}
