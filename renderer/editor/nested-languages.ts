import { cssLanguage } from '@codemirror/lang-css'
import { javascriptLanguage, jsxLanguage, tsxLanguage, typescriptLanguage } from '@codemirror/lang-javascript'

// The parsers of what may stand inside HTML.
export const css = cssLanguage.parser
export const javascript = javascriptLanguage.parser
export const jsx = jsxLanguage.parser
export const typescript = typescriptLanguage.parser
export const tsx = tsxLanguage.parser
