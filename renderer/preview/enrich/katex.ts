import katex from 'katex'
import sheet from 'katex/dist/katex.min.css?raw'

const FONTS = import.meta.glob<string>('../../../node_modules/katex/dist/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** KaTeX's style sheet with the addresses of the fonts as they are served. */
export const katexCss = sheet.replace(/src:url\(fonts\/([\w-]+)\.woff2\)[^;}]*/g, (_, name: string) => {
  const address = FONTS[`../../../node_modules/katex/dist/fonts/${name}.woff2`] ?? ''
  return `src:url(${new URL(address, document.baseURI).href}) format("woff2")`
})

/** A formula as HTML and MathML, not sanitised. Throws an error that says what is wrong with the TeX. */
export function setFormula(tex: string, displayMode: boolean): string {
  const html = katex.renderToString(tex, {
    displayMode,
    throwOnError: true,
    trust: false,
    strict: 'ignore',
    maxExpand: 300,
    maxSize: 40,
    output: 'htmlAndMathml',
    // A fresh object: definitions of one formula must not reach the next.
    macros: {},
  })
  // The sanitiser keeps an annotation's text where it drops the element.
  return html.replace(/<annotation [^>]*>[^<]*<\/annotation>/g, '')
}
