import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')
const plain = css.slice(0, css.indexOf('@media'))
const more = css.slice(css.indexOf('@media (prefers-contrast'), css.indexOf('@media (prefers-reduced'))

type Colours = Readonly<Record<string, string>>

function block(text: string, selector: string): Colours {
  const start = text.indexOf(selector)
  const body = text.slice(text.indexOf('{', start) + 1, text.indexOf('}', start))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((it) => [it[1]!, it[2]!]))
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

const light = block(plain, ":root[data-theme='light']")
const dark = block(plain, ":root[data-theme='dark']")
const themes: Readonly<Record<string, Colours>> = {
  light,
  dark,
  'light with more contrast': { ...light, ...block(more, ":root[data-theme='light']") },
  'dark with more contrast': { ...dark, ...block(more, ":root[data-theme='dark']") },
}

describe.each(Object.keys(themes))('in the %s theme', (name) => {
  const theme = themes[name]!
  const low = (texts: readonly string[], grounds: readonly string[], least: number): readonly string[] =>
    texts.flatMap((text) =>
      grounds
        .filter((ground) => contrast(theme[text]!, theme[ground]!) < least)
        .map((ground) => `${text} on ${ground}: ${contrast(theme[text]!, theme[ground]!).toFixed(2)}`),
    )
  const surfaces = ['surface', 'surface-raised', 'surface-sunken']
  const code = Object.keys(light).filter((it) => /^code-(?!bg|added|removed|line)/.test(it))

  test('text can be read on every surface', () => {
    expect(low(['text', 'text-muted', 'accent', 'danger', 'warning', 'ok'], surfaces, 4.5)).toEqual([])
  })
  test('the article’s text keeps 7:1', () => {
    expect(low(['text', 'code-text', 'code-heading'], ['surface', 'code-bg'], 7)).toEqual([])
  })
  test('code can be read in the editor and in its own box', () => {
    expect(low(code, ['surface', 'code-bg'], 4.5)).toEqual([])
  })
  test('text stands out from the selection, the accent and tinted bars', () => {
    expect(
      low(['text'], ['selection', 'accent-soft', 'danger-soft', 'warning-soft', 'ok-soft'], 4.5),
    ).toEqual([])
    expect(low(['text'], ['code-added', 'code-removed'], 4.5)).toEqual([])
    expect(low(['accent-text'], ['accent', 'accent-hover'], 4.5)).toEqual([])
    expect(low(['danger'], ['danger-soft'], 4.5)).toEqual([])
    expect(low(['warning'], ['warning-soft'], 4.5)).toEqual([])
  })
  test('borders of controls and the focus ring can be seen', () => {
    expect(low(['border-strong', 'focus'], surfaces, 3)).toEqual([])
  })
})

test('both themes define the same colours', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort())
})
