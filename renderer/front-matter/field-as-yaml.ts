import { dump } from 'js-yaml'
import { findField } from '../../core/front-matter/path.ts'
import { readFrontMatter } from '../../core/front-matter/read.ts'

/**
 * The field at `path` as YAML that ends in a line end: of YAML front matter exactly what is written, of another
 * format its value written anew. Empty when there is no such field.
 */
export function fieldAsYaml(text: string, path: string): string {
  const { fields, format } = readFrontMatter(text)
  const field = findField(fields, path)
  if (field === null) return ''
  const { from, to } = field.span
  if (format === 'yaml') {
    const depth = from - (text.lastIndexOf('\n', from - 1) + 1)
    return `${text.slice(from, to).replaceAll(`\n${' '.repeat(depth)}`, '\n')}\n`
  }
  return dump({ [field.key]: field.value }, { lineWidth: -1 })
}
