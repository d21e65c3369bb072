import katex from 'katex'

/** Longest formula that is set, in UTF-16 units of TeX. */
const MOST_TEX = 8000

/** A formula as MathML, its TeX kept as an annotation; null when the TeX has a mistake. */
export function formulaAsMathMl(tex: string, displayMode: boolean): string | null {
  if (tex.length > MOST_TEX) return null
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 300,
      maxSize: 40,
      output: 'mathml',
      macros: {},
    })
    return /<math[^]*<\/math>/.exec(html)?.[0] ?? null
  } catch (error) {
    if (error instanceof katex.ParseError) return null
    throw error
  }
}
