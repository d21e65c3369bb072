import type { Page } from '@playwright/test'
import { expect, NO_SITE, test } from './stage.ts'
import { preview } from './page.ts'

async function show(stage: Page, text: string, format: 'markdown' | 'html' = 'markdown'): Promise<void> {
  await stage.evaluate(
    async ([source, kind]) => {
      window.stage.show(source, { format: kind })
      await window.stage.settled()
    },
    [text, format] as const,
  )
}

test('code is coloured by the language its fence names, in HTML too', async ({ stage }) => {
  await show(
    stage,
    '```js\nconst quay = 42\n```\n\n```python\ndef f(): pass\n```\n\n```unheard-of\nplain\n```\n',
  )
  const frame = preview(stage)
  await expect(frame.locator('.tok-keyword', { hasText: 'const' })).toBeVisible()
  await expect(frame.locator('.tok-keyword', { hasText: 'def' })).toBeVisible()
  await expect(frame.locator('code.language-unheard-of span')).toHaveCount(0)
  await show(stage, '```js\n\n\nlet tide\n```\n')
  await expect(frame.locator('.tok-keyword', { hasText: 'let' })).toBeVisible()
  expect(await frame.locator('code').textContent()).toBe('\n\nlet tide\n')
  await show(stage, '<pre><code class="language-css">a { color: red }</code></pre>', 'html')
  await expect(frame.locator('code [class^="tok-"]').first()).toBeVisible()
})

test('a note leads back to each place that refers to it, in a block that is rendered beside the page as well', async ({
  stage,
}) => {
  await show(stage, `First[^a] ${'words '.repeat(4000)}and **last**[^a].\n\n[^a]: The note.\n`)
  await expect(preview(stage).locator('strong')).toHaveText('last')
  const led = (): Promise<boolean[]> =>
    stage.evaluate(() => {
      const document = window.stage.frame.contentDocument!
      const named = [...document.querySelectorAll('.footnote-ref > a')].map((link) => link.id)
      const backs = [...document.querySelectorAll('.footnote-back')]
      return backs.map((back) => named.some((id) => id.endsWith(back.getAttribute('href')!.slice(1))))
    })
  await expect.poll(led).toEqual([true, true])
})

test('while code is typed its colours follow in the same moment', async ({ stage }) => {
  await show(stage, '```js\nconst quay = 42\n```\n')
  await expect(preview(stage).locator('.tok-number')).toHaveText('42')
  const now = await stage.evaluate(() => {
    const at = window.stage.view().state.doc.toString().indexOf('42')
    window.stage.edit(at, at + 2, '4711')
    return window.stage.frame.contentDocument!.querySelector('.tok-number')?.textContent
  })
  expect(now).toBe('4711')
})

test('formulas are set with KaTeX’s own fonts, from this origin', async ({ stage, server }) => {
  server.asked.length = 0
  await show(stage, 'Inline $e^{i\\pi}$ and\n\n$$\n\\sqrt{x^2+1}\n$$\n\n\\[\ny\n\\]\n')
  const frame = preview(stage)
  await expect(frame.locator('.katex')).toHaveCount(3)
  await expect(frame.locator('.katex-display')).toHaveCount(2)
  await expect(frame.locator('math')).toHaveCount(3)
  await expect(frame.locator('annotation')).toHaveCount(0)
  await expect
    .poll(() => server.asked.filter((path) => /KaTeX_Math.*\.woff2$/.test(path)).length)
    .toBeGreaterThan(0)
  const font = await stage.evaluate(async () => {
    const { fonts } = window.stage.frame.contentDocument!
    await fonts.ready
    return [...fonts].some((face) => face.family.includes('KaTeX_Math') && face.status === 'loaded')
  })
  expect(font).toBe(true)
})

test('a formula with a mistake stays as written, with the reason', async ({ stage }) => {
  await show(stage, 'Wrong: $\\frac{1}{$ and right: $x$\n')
  const frame = preview(stage)
  await expect(frame.locator('.galley-maths-wrong')).toContainText('\\frac{1}{')
  await expect(frame.locator('.galley-maths-wrong small')).not.toBeEmpty()
  await expect(frame.locator('.katex')).toHaveCount(1)
})

test('a diagram is drawn with its labels, and keeps its picture while its source is broken', async ({
  stage,
}) => {
  await show(stage, 'Before.\n\n```mermaid\nflowchart LR\n  A[Harbour] -->|boat| B(Island)\n```\n\nAfter.\n')
  const figure = preview(stage).locator('figure.galley-diagram')
  await expect(figure.locator('svg')).toContainText('Harbour', { timeout: 20_000 })
  await expect(figure.locator('svg')).toContainText('boat')
  await expect(figure.locator('pre')).toBeHidden()
  const box = await figure.locator('svg').boundingBox()
  expect(box!.width).toBeGreaterThan(100)
  await stage.evaluate(() => {
    const at = window.stage.view().state.doc.toString().indexOf('B(Island)')
    window.stage.edit(at, at + 9, '((')
  })
  await expect(figure.locator('figcaption')).toContainText('error')
  await expect(figure.locator('svg')).toContainText('Harbour')
  await stage.evaluate(() => {
    const at = window.stage.view().state.doc.toString().indexOf('((')
    window.stage.edit(at, at + 2, 'C[Quay]')
  })
  await expect(figure.locator('svg')).toContainText('Quay')
  await expect(figure.locator('figcaption')).toHaveCount(0)
})

test('diagrams carry their looks on themselves: no style sheet, and arrowheads are found', async ({
  stage,
}) => {
  await show(
    stage,
    '```mermaid\nflowchart LR\n  A --> B\n```\n\n```mermaid\nsequenceDiagram\n  A->>B: 你好\n```\n',
  )
  const frame = preview(stage)
  await expect(frame.locator('figure svg')).toHaveCount(2, { timeout: 20_000 })
  const wrong = await stage.evaluate(() => {
    const document = window.stage.frame.contentDocument!
    const references = [...document.querySelectorAll('figure [marker-end]')].map(
      (element) => /#([^"')]+)/.exec(element.getAttribute('marker-end')!)![1]!,
    )
    return {
      references: references.length,
      missing: references.filter((id) => !document.getElementById(id)),
      styles: document.querySelectorAll('figure style, figure script, figure foreignObject').length,
    }
  })
  expect(wrong).toMatchObject({ missing: [], styles: 0 })
  expect(wrong.references).toBeGreaterThan(0)
})

test('a wide diagram stays readable and scrolls in its place, and on paper it is as wide as the page', async ({
  stage,
}) => {
  const row = (length: number): string =>
    `\`\`\`mermaid\nflowchart LR\n  ${Array.from({ length }, (_, n) => `N${n}[Harbour ${n}]`).join(' --> ')}\n\`\`\`\n`
  await show(stage, `${row(12)}\n${row(5)}\nAfter.\n`)
  const figures = preview(stage).locator('figure.galley-diagram')
  await expect(figures.locator('svg')).toHaveCount(2, { timeout: 30_000 })
  const sizes = (): Promise<readonly { scale: number; outside: number; page: number }[]> =>
    figures.evaluateAll((all) =>
      all.map((figure) => {
        const svg = figure.querySelector('svg')!
        return {
          scale: svg.getBoundingClientRect().width / Number(svg.getAttribute('width')),
          outside: figure.scrollWidth - figure.clientWidth,
          page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        }
      }),
    )
  const [wide, less] = await sizes()
  expect(wide!.scale).toBeCloseTo(0.65, 2)
  expect(wide!.outside).toBeGreaterThan(100)
  expect(less!.scale).toBeGreaterThan(0.65)
  expect(less!.scale).toBeLessThan(1)
  expect([less!.outside, wide!.page]).toEqual([0, 0])
  await stage.emulateMedia({ media: 'print' })
  expect((await sizes()).map(({ outside }) => outside)).toEqual([0, 0])
})

test('a mistake in one diagram’s own settings is no other diagram’s', async ({ stage }) => {
  const theme = '%%{init: {"theme": "base", "themeVariables": {"primaryColor": "no colour"}}}%%'
  await show(
    stage,
    `\`\`\`mermaid\n${theme}\nflowchart LR\n  A\n\`\`\`\n\n\`\`\`mermaid\nflowchart LR\n  B\n\`\`\`\n`,
  )
  const figures = preview(stage).locator('figure.galley-diagram')
  await expect(figures.nth(0).locator('figcaption')).toContainText('color', { timeout: 20_000 })
  await expect(figures.nth(1).locator('svg')).toContainText('B')
})

test('while a large diagram is laid out, in another process, keys are seen in source and preview one by one', async ({
  stage,
  browser,
}) => {
  test.setTimeout(120_000)
  const text = 'It goes on:\n\n```mermaid\nflowchart LR\n  A --> B\n```\n\n'
  await show(stage, text)
  const pictures = preview(stage).locator('.galley-diagram > :is(svg, figcaption)')
  await expect(pictures).toHaveCount(1, { timeout: 30_000 })
  const devtools = await browser.newBrowserCDPSession()
  const { targetInfos } = await devtools.send('Target.getTargets')
  const processes = targetInfos
    .filter(({ type }) => type === 'iframe')
    .map(({ url }) => new URL(url).pathname)
  expect(processes).toEqual(['/diagrams.html'])

  const said: string[] = []
  stage.on('console', (message) => said.push(message.text()))
  const workshop = stage.frames().find((frame) => frame.url().endsWith('/diagrams.html'))!
  await workshop.evaluate(() => {
    addEventListener('message', ({ ports: [answer] }) => {
      console.log('layout begins')
      const post = answer!.postMessage.bind(answer)
      answer!.postMessage = (message: unknown) => {
        console.log('layout ends')
        post(message)
      }
    })
  })
  // Whose work held the page up: tasks of a frame of another origin are told only when they run in the page's process.
  const holding = await stage.evaluateHandle(() => {
    const names: string[] = []
    const watch = new PerformanceObserver((list) => names.push(...list.getEntries().map(({ name }) => name)))
    watch.observe({ type: 'longtask' })
    return names
  })
  const edges = Array.from({ length: 400 }, (_, n) => `  n${n % 100} --> n${(n * 7 + 3) % 100}`)
  await stage.evaluate(
    ([at, large]) => {
      window.stage.edit(at, at, large)
      const view = window.stage.view()
      view.dispatch({ selection: { anchor: 'It goes on:'.length } })
      view.focus()
    },
    [text.length, `\`\`\`mermaid\nflowchart TD\n${edges.join('\n')}\n\`\`\`\n`] as const,
  )
  await expect.poll(() => said, { timeout: 30_000 }).toContain('layout begins')
  for (let typed = 1; typed <= 10; typed++) {
    await stage.keyboard.type('x')
    const line = `It goes on:${'x'.repeat(typed)}`
    await expect(stage.locator('.cm-line').first()).toHaveText(line)
    await expect(preview(stage).locator('p').first()).toHaveText(line)
  }
  expect(said).not.toContain('layout ends')
  // Its picture, or that it took too long.
  await expect(pictures).toHaveCount(2, { timeout: 60_000 })
  expect(await holding.jsonValue()).not.toContain('cross-origin-descendant')
})

test('emoji, contents, definition lists and unknown codes', async ({ stage }) => {
  await show(stage, '[toc]\n\n# Harbour\n\n## The quay\n\n:anchor: and :not_one:\n\nTerm\n: meaning\n')
  const frame = preview(stage)
  await expect(frame.locator('.galley-body')).toContainText('⚓ and :not_one:')
  await expect(frame.locator('nav.galley-toc a')).toHaveText(['Harbour', 'The quay'])
  await frame.locator('nav.galley-toc a', { hasText: 'The quay' }).click()
  await expect(frame.locator('dd')).toHaveText('meaning')
  await stage.evaluate(async () => {
    const at = window.stage.view().state.doc.toString().indexOf('The quay')
    window.stage.edit(at, at + 8, 'An island')
    await window.stage.settled()
  })
  await expect(frame.locator('nav.galley-toc a')).toHaveText(['Harbour', 'An island'])
})

test('what is switched off is shown as marked shows it', async ({ stage }) => {
  await show(stage, 'a ==b== $x$ :anchor:\n\n```js\nconst a = 1\n```\n')
  await expect(preview(stage).locator('.katex')).toHaveCount(1)
  await stage.evaluate(async () => {
    window.stage.appearance({ extensions: [] })
    await window.stage.settled()
  })
  await expect(preview(stage).locator('.galley-body p')).toHaveText('a ==b== $x$ :anchor:')
  await expect(preview(stage).locator('code span')).toHaveCount(0)
})

test('the writer’s own rules come in layers and in one another; what they say of the paper is said of nothing else', async ({
  stage,
}) => {
  const css = `
    @page { margin: 5cm } @page a { margin: 71px } @page :first { margin: 3cm }
    @layer base, more;
    @layer more { p { color: rgb(1, 2, 3) } @layer in { em { color: rgb(4, 5, 6) } } }
    @layer base { p { color: red } }
    @layer { strong { color: rgb(7, 8, 9) } }
    p { @media screen { border-top: 11px solid } & a { top: 0 } letter-spacing: 3px }`
  const looks = await stage.evaluate(
    async ([text, context]) => {
      window.stage.appearance({ look: 'own' })
      window.stage.show('One [link](#x), *two* and **three**.', {
        context: { ...context, css: { path: '/galley.css', text } },
      })
      await window.stage.settled()
      const { contentDocument, contentWindow } = window.stage.frame
      const look = (name: string) => contentWindow!.getComputedStyle(contentDocument!.querySelector(name)!)
      const p = look('p')
      return {
        link: look('a').marginTop,
        p: [p.color, p.borderTopWidth, p.letterSpacing],
        em: look('em').color,
        strong: look('strong').color,
      }
    },
    [css, NO_SITE] as const,
  )
  expect(looks).toEqual({
    link: '0px',
    p: ['rgb(1, 2, 3)', '11px', '3px'],
    em: 'rgb(4, 5, 6)',
    strong: 'rgb(7, 8, 9)',
  })
})

test('the writer’s own style sheet is used, without what could load or leave its place', async ({
  stage,
  server,
}) => {
  server.hits.length = 0
  const url = server.elsewhere
  const text = `@import url(${url}a.css); @font-face { font-family: x; src: url(${url}b) }
    :root { --own: rgb(1, 2, 3); --far: url(${url}c) } p { color: var(--own); background: url(${url}d); position: fixed }
    h2 { background: \\75rl(${url}e); color: rgb(4, 5, 6) } p::before { content: url(${url}f) } li { background: var(--far) }
    @media (min-width: 1px) { em { color: rgb(7, 8, 9); list-style: image-set("${url}g" 1x) } }`
  await stage.evaluate(
    async ([context, css]) => {
      window.stage.appearance({ look: 'own' })
      window.stage.show('## Two\n\nOne *em*.\n\n- li\n', {
        context: { ...context, css: { path: 'galley.css', text: css } },
        remoteImages: true,
      })
      await window.stage.settled()
    },
    [NO_SITE, text] as const,
  )
  const looks = await stage.evaluate(() => {
    const { contentDocument, contentWindow } = window.stage.frame
    const style = (selector: string): CSSStyleDeclaration =>
      contentWindow!.getComputedStyle(contentDocument!.querySelector(selector)!)
    return [style('p').color, style('h2').color, style('em').color, style('p').position]
  })
  expect(looks).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)', 'rgb(7, 8, 9)', 'static'])
  // What the styles asked for would be there before what is asked for now.
  await stage.evaluate((address) => fetch(address), `${url}last`)
  expect(server.hits.map(({ path }) => path)).toEqual(['/last'])
})
