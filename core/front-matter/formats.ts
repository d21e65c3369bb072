import { assertNever } from '../assert-never.ts'
import type { FormatModule } from './format.ts'
import { jsonFormat } from './json/json.ts'
import type { FrontMatterFormat } from './model.ts'
import { tomlFormat } from './toml/toml.ts'
import { yamlFormat } from './yaml/yaml.ts'

/** The module that writes a format. */
export function formatModule(format: FrontMatterFormat): FormatModule {
  switch (format) {
    case 'yaml':
      return yamlFormat
    case 'toml':
      return tomlFormat
    case 'json':
      return jsonFormat
    default:
      return assertNever(format)
  }
}
