const BUILT_IN =
  'var(--font-mono, ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace)'

/** Family names that CSS knows itself; they stand without quotes (CSS Fonts 4, generic families). */
const GENERIC =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-(?:serif|sans-serif|monospace|rounded))$/

/** CSS `font-family` for the families a writer named, by comma, with the built-in ones after them. */
export function fontStack(families: string): string {
  const own = families
    .split(',')
    .map((it) => it.replace(/["'\\;{}<>]/g, '').trim())
    .filter((it) => it !== '')
    .map((it) => (GENERIC.test(it) ? it : `"${it}"`))
  return [...own, BUILT_IN].join(', ')
}
