import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ACCENTS } from '../../../core/settings.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const tokens = read('renderer/styles/tokens.css')
const accents = read('renderer/styles/accents.css')

type Colours = Readonly<Record<string, string>>

const full = (hex: string): string => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex)

/** The colours of the rules with exactly this selector, later ones over earlier ones. */
function colours(css: string, selector: string): Colours {
  const found: Record<string, string> = {}
  const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
  for (const [, selectors = '', body = ''] of rules) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue
    for (const [, name = '', hex = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6}|#[0-9a-f]{3})\b/g)) {
      found[name] = full(hex)
    }
  }
  return found
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Which pairs fall short, with their contrast. */
function low(
  theme: Colours,
  texts: readonly string[],
  grounds: readonly string[],
  least: number,
): readonly string[] {
  return texts.flatMap((text) =>
    grounds
      .filter((ground) => !(contrast(theme[text]!, theme[ground]!) >= least))
      .map((ground) => `${text} on ${ground}: ${contrast(theme[text]!, theme[ground]!).toFixed(2)}`),
  )
}

const themes = (['light', 'dark'] as const).flatMap((scheme) =>
  (['normal', 'more'] as const).flatMap((amount) => {
    const own = `:root[data-theme='${scheme}']`
    const more = `${own}[data-contrast='more']`
    return ACCENTS.map((accent) => ({
      name: `${scheme}, ${amount} contrast, ${accent}`,
      more: amount === 'more',
      theme: {
        ...colours(tokens, own),
        ...colours(accents, `${own}[data-accent='${accent}']`),
        ...(amount === 'more' && colours(tokens, more)),
        ...(amount === 'more' && colours(accents, `${more}[data-accent='${accent}']`)),
      },
    }))
  }),
)

describe.each(themes)('the theme: $name', ({ theme, more }) => {
  const surfaces = ['surface', 'surface-raised', 'surface-sunken']
  const code = Object.keys(theme).filter((it) => /^code-(?!bg|added|removed|line)/.test(it))
  const soft = ['accent-soft', 'danger-soft', 'warning-soft', 'ok-soft']

  test('has text that can be read on every surface', () => {
    expect(low(theme, ['text', 'text-muted', 'accent', 'danger', 'warning', 'ok'], surfaces, 4.5)).toEqual([])
  })
  test('keeps 7:1 for the text of the article, selected or not', () => {
    expect(low(theme, ['text', 'code-text', 'code-heading'], ['surface', 'code-bg', 'selection'], 7)).toEqual(
      [],
    )
  })
  test('has code colours that can be read in the editor and in their own box', () => {
    expect(code.length).toBeGreaterThan(8)
    expect(low(theme, code, ['surface', 'code-bg'], more ? 7 : 4.5)).toEqual([])
  })
  test('has text that stands out from tinted grounds and the accent', () => {
    expect(
      low(
        theme,
        ['text'],
        [...soft, 'code-added', 'code-removed', 'search-match', 'search-match-current'],
        4.5,
      ),
    ).toEqual([])
    expect(low(theme, ['text-muted'], ['accent-soft'], 4.5)).toEqual([])
    expect(low(theme, ['accent-text'], ['accent', 'accent-hover'], 4.5)).toEqual([])
    expect(low(theme, ['danger'], ['danger-soft'], 4.5)).toEqual([])
    expect(low(theme, ['warning'], ['warning-soft'], 4.5)).toEqual([])
  })
  test('has borders of controls and a focus ring that can be seen', () => {
    expect(low(theme, ['border-strong', 'focus'], surfaces, 3)).toEqual([])
  })
})

test('both schemes define the same colours, and each accent in each theme', () => {
  const names = (css: string, selector: string): readonly string[] =>
    Object.keys(colours(css, selector)).sort()
  expect(names(tokens, ":root[data-theme='dark']")).toEqual(names(tokens, ":root[data-theme='light']"))
  for (const accent of ACCENTS.filter((it) => it !== 'blue')) {
    for (const theme of ["[data-theme='light']", "[data-theme='dark']"]) {
      for (const amount of ['', "[data-contrast='more']"]) {
        const found = names(accents, `:root${theme}${amount}[data-accent='${accent}']`)
        expect(found, accent + theme + amount).toEqual(
          expect.arrayContaining(['accent', 'focus', 'selection']),
        )
      }
    }
  }
})

const base = ['page', 'text', 'aids', 'rich'].map((part) => read(`assets/preview/base/${part}.css`)).join('')
const looks = ['plain', 'blog', 'newspaper', 'wechat'].flatMap((look) => {
  const css = read(`assets/preview/${look}.css`)
  const light = { ...colours(base, ':root'), ...colours(css, ':root') }
  const dark = {
    ...light,
    ...colours(base, ":root[data-theme='dark']"),
    ...colours(css, ":root[data-theme='dark']"),
  }
  const more = colours(base, ":root[data-contrast='more'][data-contrast]")
  const darkMore = colours(base, ":root[data-theme='dark'][data-contrast='more']")
  return [
    { name: `${look}, light`, colours: light },
    { name: `${look}, dark`, colours: dark },
    { name: `${look}, light with more contrast`, colours: { ...light, ...more } },
    { name: `${look}, dark with more contrast`, colours: { ...dark, ...more, ...darkMore } },
  ]
})

test.each(looks)(
  'the published look $name keeps 7:1 for text and code, 4.5:1 for what stands about it',
  (look) => {
    const code = Object.keys(look.colours).filter((it) => it.startsWith('code-'))
    expect(code.length).toBeGreaterThan(3)
    expect(low(look.colours, ['ink'], ['paper', 'tint', 'mark'], 7)).toEqual([])
    expect(low(look.colours, code, ['tint'], 7)).toEqual([])
    expect(low(look.colours, ['quiet', 'link', 'accent'], ['paper'], 4.5)).toEqual([])
  },
)
