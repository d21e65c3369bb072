import { dump } from 'js-yaml'
import { findField } from '../../core/front-matter/path.ts'
import { readFrontMatter } from '../../core/front-matter/read.ts'
import { outdented } from './source-edit.ts'

/**
 * The field at `path` as YAML that ends in a line end: of YAML front matter exactly what is written, of another
 * format its value written anew. Empty when there is no such field.
 */
export function fieldAsYaml(text: string, path: string): string {
  const { fields, format } = readFrontMatter(text)
  const field = findField(fields, path)
  if (field === null) return ''
  if (format === 'yaml') return outdented(text.slice(field.span.from, field.span.to)) + '\n'
  return dump({ [field.key]: field.value }, { lineWidth: -1 })
}
