import type { Field, FrontMatter } from '../../core/front-matter/model.ts'

/** What one line says of the front matter: title, date and tags as the file has them; null where there is none. */
export interface FormSummary {
  readonly title: string | null
  readonly date: string | null
  readonly tags: readonly string[]
}

/** Reads the summary; keys are compared without regard to case. */
export function formSummary(frontMatter: FrontMatter): FormSummary {
  const field = (key: string): Field | undefined =>
    frontMatter.fields.find((it) => it.key.toLowerCase() === key)
  const tags = field('tags') ?? field('categories')
  return { title: text(field('title')), date: text(field('date')), tags: list(tags) }
}

function text(field: Field | undefined): string | null {
  const value = field?.value ?? null
  if (value === null || typeof value === 'object') return null
  const written = String(value).trim()
  return written === '' ? null : written
}

function list(field: Field | undefined): readonly string[] {
  if (!field) return []
  if (field.kind !== 'list') return [text(field)].filter((it) => it !== null)
  return field.items.map(text).filter((it) => it !== null)
}
