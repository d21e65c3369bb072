import fc from 'fast-check'
import type { Page } from '@playwright/test'
import { HOSTILE } from './stage/hostile.ts'
import { expect, test } from './stage.ts'

/** Pastes every piece of HTML in both formats and says what could run or send in what comes of it. */
async function pasteAll(page: Page, list: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const { stage } = window
    const bad: string[] = []
    const known = new Set(
      (
        'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table caption thead tbody tfoot tr th td figure figcaption ' +
        'img a b strong em del sub sup kbd mark br hr input dl dt dd details summary ruby rt rp span div'
      ).split(' '),
    )
    for (const html of all) {
      for (const format of ['markdown', 'html'] as const) {
        const report = (what: string): void => void bad.push(`${format}, ${what}: ${html.slice(0, 300)}`)
        try {
          const { rendered } = stage.paste(html, format)
          const shown = new DOMParser().parseFromString(rendered, 'text/html')
          for (const element of shown.body.querySelectorAll('*')) {
            if (!known.has(element.localName)) report(`<${element.localName}>`)
            for (const { name, value } of element.attributes) {
              if (name.startsWith('on')) report(name)
              const unsafe =
                /^\s*(?:javascript|vbscript|livescript|file|blob|filesystem|view-source|feed|jar|data:(?!image\/(?:png|jpe?g|gif|webp|avif|bmp)))/i
              if (/^(?:href|src)$/.test(name) && unsafe.test(value)) report(`${name}="${value}"`)
              if (/^(?:style|srcset|srcdoc|action|formaction|ping|poster|background|is|slot)$/.test(name))
                report(`${name}="${value}"`)
            }
          }
        } catch (error) {
          report(`threw ${String(error)}`)
        }
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    if (stage.ran.length > 0) bad.push(`ran ${stage.ran.join(' ')}`)
    return bad
  }, list)
}

test('no clipboard runs anything, asks for anything, or leaves what could', async ({ stage, server }) => {
  const hits = server.hits.length
  const sources = HOSTILE.map(({ source }, id) =>
    source
      .replaceAll('URL', `${server.elsewhere}${id}`)
      .replaceAll('HOST', `${new URL(server.elsewhere).host}/${id}`)
      .replaceAll('RUN', `top.ran(${id})`),
  )
  const wrapped = sources.map(
    (html) => `<meta charset="utf-8"><b style="font-weight:normal"><p>x</p>${html}<ul><li>y</li></ul></b>`,
  )
  expect(await pasteAll(stage, [...sources, ...wrapped])).toEqual([])
  expect(server.hits.slice(hits)).toEqual([])
})

const NAMES =
  'p div section span b i a ul ol li table tr td th pre code blockquote h2 img br hr sup font o:p svg math script style figure figcaption iframe input'.split(
    ' ',
  )
const ATTRIBUTES = [
  '',
  ' style="mso-list:l0 level2 lfo1"',
  ' style="font-weight:700;display:none"',
  ' style="font-weight:normal"',
  ' href="#a" id="b"',
  ' href="#b" name="a"',
  ' href="javascript:top.ran(1)"',
  ' src="data:image/png;base64,AA" onerror="top.ran(2)"',
  ' colspan="3" rowspan="2"',
  ' class="highlight js"',
  ' type="checkbox" checked',
]
const piece = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(
      'text',
      ' ',
      '&nbsp;',
      '* x',
      '1. y',
      '|',
      '`',
      '&lt;script&gt;',
      '<!--[if x]>',
      '<![endif]>',
      '$a$',
      '重点。',
      '<',
      '</p>',
    ),
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...ATTRIBUTES),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join('')}</${name}>`),
  ),
})).node

test('whatever the HTML, pasting never fails and leaves no script', async ({ stage }) => {
  const soup = fc.sample(
    fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
    { numRuns: 600, seed: 7 },
  )
  expect(await pasteAll(stage, soup)).toEqual([])
})
