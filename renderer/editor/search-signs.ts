const SIGNS = {
  /** A large and a small letter. */
  caseSensitive:
    'M2.5 17 6.75 6.5 11 17M4 13.4h5.5M21 10.5V17M21 13.75a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0',
  /** Two letters between the ends of a word. */
  wholeWord:
    'M10.6 8.7v6M10.6 11.7a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0M13.8 5.5v9.2M19 12.1a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0M2.5 16.5v3h19v-3',
  /** A dot and a star. */
  regexp: 'M15.5 4.5v11M10.8 7.25l9.4 5.5M20.2 7.25l-9.4 5.5M4.5 17.5h1.5v1.5H4.5z',
  /** Some of the lines of a text. */
  inSelection: 'M4 5h16M4 19h16M7 9.5h10v5H7z',
  previous: 'M12 19.5V5M6 11l6-6 6 6',
  next: 'M12 4.5V19M6 13l6 6 6-6',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
} as const

/** The signs of the find panel, drawn on the grid of the other icons. */
export type SignName = keyof typeof SIGNS

const SVG = 'http://www.w3.org/2000/svg'

/** A sign in the colour of the text, 16 pixels wide; it says nothing to assistive technology. */
export function signOf(name: SignName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', SIGNS[name])
  const attributes = {
    viewBox: '0 0 24 24',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.75',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value)
  svg.append(path)
  return svg
}
