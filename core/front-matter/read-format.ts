import { assertNever } from '../assert-never.ts'
import type { Span } from '../article/text-edit.ts'
import type { FormatReading } from './format.ts'
import { readJson } from './json/read-json.ts'
import type { FrontMatterFormat } from './model.ts'
import { readToml } from './toml/read-toml.ts'
import { readYaml } from './yaml/read.ts'

/** Reads what stands in `content` (`FrontMatterBlock.content`) of `text`; never throws. */
export function readFormat(format: FrontMatterFormat, text: string, content: Span): FormatReading {
  switch (format) {
    case 'yaml':
      return readYaml(text, content)
    case 'toml':
      return readToml(text, content)
    case 'json':
      return readJson(text, content)
    default:
      return assertNever(format)
  }
}
