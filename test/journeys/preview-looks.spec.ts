import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, test } from './stage.ts'
import { preview } from './page.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const ARTICLE =
  '## A heading\n\nText with a [link](https://example.org), **strong**, ==marked== and `code`.[^1]\n\n> A quote with *emphasis*\n\n' +
  '> [!NOTE]\n> a\n\n> [!TIP]\n> b\n\n> [!IMPORTANT]\n> c\n\n> [!WARNING]\n> d\n\n> [!CAUTION]\n> e\n\n' +
  '```js\n// comment\nconst a = fn("text", 42, /re/, null) // more\nclass B extends C {}\n```\n\n' +
  '```css\n.a:hover { color: red; margin: 1px }\n```\n\n```html\n<p class="x">&amp;<!-- c --></p>\n```\n\n' +
  '| head | two |\n|---|---|\n| cell | $x$ |\n\nTerm\n: meaning\n\n- [x] done\n\n###### Small\n\n{% note info %}\n\n<!-- more -->\n\n' +
  '![gone](gone.png) and $\\frac{$ wrong\n\n[^1]: A note.\n'
const FIELDS = {
  title: 'A title',
  author: 'Mei',
  date: '2026-11-02',
  categories: ['Harbour'],
  tags: ['one', 'lantern'.repeat(40)],
}

for (const look of ['plain', 'blog', 'newspaper', 'wechat', 'own'] as const) {
  for (const dark of [false, true]) {
    test(`${look}, ${dark ? 'dark' : 'light'}: text stands out 7:1, and axe finds nothing`, async ({
      page,
      server,
    }) => {
      server.policy = false
      // Without the sandbox, so that the checker can run inside the frame.
      await page.goto(`${server.url}?sandbox=off`)
      await page.waitForFunction(() => 'stage' in window)
      await page.evaluate(
        async ([text, fields, appearance]) => {
          window.stage.appearance(appearance)
          window.stage.show(text, { fields })
          await window.stage.settled()
        },
        [ARTICLE, FIELDS, { look, dark }] as const,
      )
      await expect(preview(page).locator('.katex')).toHaveCount(1)
      await expect(preview(page).locator('.tok-comment')).toHaveCount(3)
      const frame = page.frames().find((one) => one.url().includes('preview.html'))!
      await frame.evaluate(readFileSync(AXE, 'utf8'))
      const found = await frame.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: (node: Node, options: object) => Promise<AxeResults> }
        }
        const { violations } = await axe.run(document, {
          resultTypes: ['violations'],
          // The order of an article's headings is its writer's.
          rules: {
            'heading-order': { enabled: false },
            'color-contrast': { enabled: false },
            'color-contrast-enhanced': { enabled: true },
          },
        })
        return violations.map(
          (one) =>
            `${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 90)} ${JSON.stringify(node.any[0]?.data)}`).join(' | ')}`,
        )
      })
      server.policy = true
      expect(found).toEqual([])
      const beyond = await frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(beyond).toBe(0)
      // Full-width marks close up in the text and keep their columns in code.
      const spacing = await frame.evaluate(() =>
        ['p', 'pre'].map((it) =>
          getComputedStyle(document.querySelector(it)!).getPropertyValue('text-spacing-trim'),
        ),
      )
      expect(spacing).toEqual(['trim-start', 'space-all'])
    })
  }
}
