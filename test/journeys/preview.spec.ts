import type { Route } from '@playwright/test'
import { expect, test } from './stage.ts'
import { preview } from './page.ts'

test('an edit is seen at once, and touches nothing but its text', async ({ stage }) => {
  const result = await stage.evaluate(async () => {
    const text = Array.from({ length: 400 }, (_, i) => `Paragraph number ${i}.`).join('\n\n')
    window.stage.show(text)
    await window.stage.settled()
    const doc = window.stage.frame.contentDocument!
    const before = [...doc.querySelectorAll('p')]
    const observer = new MutationObserver(() => undefined)
    observer.observe(doc, { subtree: true, childList: true, characterData: true })
    const at = text.indexOf('number 200')
    window.stage.edit(at, at, 'very ')
    const touched = observer.takeRecords().map(({ type }) => type)
    const now = doc.querySelectorAll('p')[200]!.textContent
    const kept = [...doc.querySelectorAll('p')].filter((p, i) => p === before[i]).length
    return { now, touched, kept }
  })
  expect(result).toEqual({ now: 'Paragraph very number 200.', touched: ['characterData'], kept: 400 })
})

test('after random edits the page is what a fresh rendering gives', async ({ stage }) => {
  test.setTimeout(120_000)
  const differences = await stage.evaluate(async () => {
    const bits = {
      markdown: ['a ', '\n', '\n\n', '```\n', '- x\n', '> q\n', '# h\n', '<div>\n\n', '\n\n</div>\n\n', '[foo]: /u\n\n', '[foo]', '**b**', '[^1]', '\n\n[^1]: note\n\n', '<b>', '<!--', '-->', '| a |\n|---|\n| b |\n'],
      html: ['<p>x</p>\n', '<div>', '</div>', '<b>', '</b>', 'text', '<ul><li>a</li></ul>', '<!--', '-->', '<br>', '<table><tr><td>c', '</table>', '<p>', '<h2>h</h2>'],
    } // prettier-ignore
    let seed = 7
    const random = (n: number): number => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      return seed % n
    }
    const page = (): string => {
      const clone = window.stage.frame.contentDocument!.body.cloneNode(true) as HTMLElement
      for (const chunk of clone.querySelectorAll('.galley-chunk')) chunk.replaceWith(...chunk.childNodes)
      return clone.innerHTML
    }
    const found: string[] = []
    for (let round = 0; round < 24; round++) {
      const format = round % 2 === 0 ? 'markdown' : 'html'
      const list = bits[format]
      const piece = (): string => list[random(list.length)]!
      window.stage.show(Array.from({ length: 60 }, piece).join(''), { format })
      await window.stage.settled()
      for (let i = 0; i < 12; i++) {
        const { length } = window.stage.view().state.doc
        const from = random(length + 1)
        window.stage.edit(from, Math.min(length, from + random(6)), piece())
      }
      await window.stage.settled()
      const patched = page()
      window.stage.show(window.stage.view().state.doc.toString(), { format })
      await window.stage.settled()
      if (page() !== patched)
        found.push(
          `${window.stage.view().state.doc.toString()}\n=== patched\n${patched}\n=== fresh\n${page()}`,
        )
    }
    return found
  })
  expect(differences).toEqual([])
})

test('blocks tell where they stand in the whole text, front matter included', async ({ stage }) => {
  const head = '---\ntitle: A\n---\n'
  const blocks = await stage.evaluate(async (from) => {
    const text = `---\ntitle: A\n---\nOne.\n\nTwo.\n\nThree.\n`
    window.stage.show(text, { from })
    await window.stage.settled()
    window.stage.edit(from, from, 'Zero and ')
    await window.stage.settled()
    const now = window.stage.view().state.doc.toString()
    return [...window.stage.frame.contentDocument!.querySelectorAll('[data-from]')].map((block) => [
      block.textContent.trim(),
      now.slice(Number(block.getAttribute('data-from')), Number(block.getAttribute('data-to'))).trim(),
    ])
  }, head.length)
  expect(blocks).toEqual([
    ['Zero and One.', 'Zero and One.'],
    ['Two.', 'Two.'],
    ['Three.', 'Three.'],
  ])
})

test('remote images wait for leave, and are asked for without a referrer then', async ({ stage, server }) => {
  const image = `${server.elsewhere}quay.png`
  server.hits.length = 0
  await stage.evaluate(async (src) => {
    window.stage.show(`![The quay](${src})`, { fields: { title: 'T', cover: src } })
    await window.stage.settled()
  }, image)
  await expect(preview(stage).getByRole('img', { name: 'The quay' })).toContainText('127.0.0.1')
  expect(await stage.evaluate(() => window.stage.waiting)).toBe(2)
  expect(server.hits).toEqual([])
  await stage.evaluate(async () => {
    window.stage.again({ remoteImages: true })
    await window.stage.settled()
  })
  await expect.poll(() => server.hits.length).toBeGreaterThan(0)
  expect(new Set(server.hits.map((hit) => hit.referrer))).toEqual(new Set([null]))
  expect(await stage.evaluate(() => window.stage.waiting)).toBe(0)
})

test('an address that is typed is asked for when it is finished, and the picture before it stays meanwhile', async ({
  stage,
  server,
}) => {
  const asked: string[] = []
  await stage.route(`${server.elsewhere}*`, (route) => {
    asked.push(new URL(route.request().url()).pathname)
    return route.fulfill({ path: 'test/fixtures/articles/images/quay.png' })
  })
  const source = `![The quay](${server.elsewhere}a.png)`
  await stage.evaluate(async (text) => {
    window.stage.show(text, { remoteImages: true })
    await window.stage.settled()
  }, source)
  const shown = preview(stage).getByRole('img', { name: 'The quay' })
  const width = (): Promise<number> => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)
  await expect.poll(width).toBeGreaterThan(0)
  const widths = await stage.evaluate(async (at) => {
    const seen: number[] = []
    for (const key of 'fedcb') {
      window.stage.edit(at, at, key)
      await new Promise(requestAnimationFrame)
      seen.push(window.stage.frame.contentDocument!.querySelector('img')!.naturalWidth)
    }
    return seen
  }, source.indexOf('.png'))
  expect(Math.min(...widths)).toBeGreaterThan(0)
  expect(asked).toEqual(['/a.png'])
  await expect(shown).toHaveAttribute('src', /abcdef/)
  expect(asked).toEqual(['/a.png', '/abcdef.png'])
  expect(await width()).toBeGreaterThan(0)
})

test('a picture that is on its way takes the place of the one before it, whatever is typed meanwhile', async ({
  stage,
  server,
}) => {
  const path = 'test/fixtures/articles/images/quay.png'
  await stage.route(`${server.elsewhere}a.png`, (route) => route.fulfill({ path }))
  const asked = new Promise<Route>((resolve) => void stage.route(`${server.elsewhere}b.png`, resolve))
  const text = `![The quay](${server.elsewhere}a.png)`
  await stage.evaluate((source) => window.stage.show(source, { remoteImages: true }), text)
  const shown = preview(stage).getByRole('img')
  const width = (): Promise<number> => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)
  await expect.poll(width).toBeGreaterThan(0)
  await stage.evaluate((at) => window.stage.edit(at, at + 1, 'b'), text.indexOf('a.png'))
  const picture = await asked
  await stage.evaluate((at) => window.stage.edit(at, at, ' again'), text.indexOf(']'))
  await expect(shown).toHaveAttribute('src', /a\.png/)
  expect(await width()).toBeGreaterThan(0)
  await picture.fulfill({ path })
  await expect(shown).toHaveAttribute('src', /b\.png/)
  await expect(shown).toHaveAttribute('alt', 'The quay again')
  expect(await width()).toBeGreaterThan(0)
})

test('a remote image that failed is not asked for with each key, but again when its address was another', async ({
  stage,
  server,
}) => {
  const address = `${server.elsewhere}fails.png`
  const text = `Words. ![The quay](${address})`
  server.hits.length = 0
  await stage.evaluate(
    ([source, cover]) => {
      window.stage.show(source!, { remoteImages: true, fields: { title: 'T', cover: cover! } })
    },
    [text, `${server.elsewhere}cover.png`],
  )
  const hits = (): readonly string[] => server.hits.map((hit) => hit.path)
  const missing = preview(stage).getByText('fails.png — ')
  await expect(missing).toBeVisible()
  await expect(preview(stage).getByText('cover.png — ')).toBeVisible()
  expect(hits().toSorted()).toEqual(['/cover.png', '/fails.png'])
  const wasThere = await stage.evaluate(async () => {
    const seen: boolean[] = []
    for (const key of 'typed') {
      window.stage.edit(5, 5, key)
      await new Promise(requestAnimationFrame)
      seen.push(window.stage.frame.contentDocument!.querySelector('p .galley-missing') !== null)
    }
    await window.stage.settled()
    return seen
  })
  expect(wasThere).toEqual([true, true, true, true, true])
  await expect(missing).toBeVisible()
  expect(hits()).toHaveLength(2)
  await stage.evaluate(
    (at) => {
      window.stage.edit(at, at + 1, 'g')
      window.stage.edit(at, at + 1, 's')
    },
    text.indexOf('s.png') + 'typed'.length,
  )
  await expect.poll(hits).toHaveLength(3)
  expect(hits()[2]).toBe('/fails.png')
  await expect(missing).toBeVisible()
  await stage.evaluate(() => {
    window.stage.again({})
    window.stage.edit(0, 0, 'More ')
  })
  await expect.poll(hits).toHaveLength(5)
  await expect(missing).toBeVisible()
})

test('links are reported, anchors scroll, and the frame stays where it is', async ({ stage }) => {
  await stage.evaluate(async () => {
    const filler = 'Line.\n\n'.repeat(80)
    window.stage.show(
      `[out](https://example.com/a) [near](other.md#b) [down](#the-end) [lost](#no%20where)\n\n${filler}## The end\n\n${filler}`,
    )
    await window.stage.settled()
  })
  const frame = preview(stage)
  await frame.getByRole('link', { name: 'out' }).click()
  await frame.getByRole('link', { name: 'near' }).press('Enter')
  await frame.getByRole('link', { name: 'near' }).click({ button: 'middle' })
  expect(await stage.evaluate(() => window.stage.links)).toEqual(['https://example.com/a', 'other.md#b'])
  await frame.getByRole('link', { name: 'down' }).click()
  await expect(frame.getByRole('heading', { name: 'The end' })).toBeInViewport()
  expect(await stage.evaluate(() => window.stage.links)).toHaveLength(2)
  await frame.getByRole('link', { name: 'lost' }).press('Enter')
  expect(await stage.evaluate(() => window.stage.links)).toEqual([
    'https://example.com/a',
    'other.md#b',
    '#no%20where',
  ])
  expect(await stage.evaluate(() => window.stage.frame.contentWindow!.location.href)).toMatch(
    /\/preview\.html$/,
  )
})

test('a summary opens its details, and a link in it leads nowhere else', async ({ stage }) => {
  await stage.evaluate(async () => {
    window.stage.show(
      '<details><summary>Open <a name="x"><b>me</b></a> <a href="preview.html?images=remote">in</a></summary>Inside</details>' +
        '<a href="preview.html"><summary>around</summary></a>',
      { format: 'html' },
    )
    await window.stage.settled()
  })
  const frame = preview(stage)
  await frame.getByText('in', { exact: true }).click()
  await frame.getByText('around').click()
  expect(await stage.evaluate(() => window.stage.links)).toEqual([
    'preview.html?images=remote',
    'preview.html',
  ])
  await frame.getByText('me', { exact: true }).click()
  await expect(frame.getByText('Inside')).toBeVisible()
  expect(await stage.evaluate(() => window.stage.frame.contentWindow!.location.href)).toMatch(
    /\/preview\.html$/,
  )
})

test('a link that is not followed says what it is, and its address is nowhere to be followed', async ({
  stage,
}) => {
  const refused = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\host\\share',
    'data:text/html,x',
    'java\tscript:a.md',
    'java\u2010script:a.md',
  ]
  await stage.evaluate(async (addresses) => {
    window.stage.show(addresses.map((it) => `<a href="${it}">${it}</a>`).join('\n'), { format: 'html' })
    await window.stage.settled()
  }, refused)
  const links = preview(stage).getByRole('link')
  await expect(links).toHaveCount(refused.length)
  for (const link of await links.all()) {
    expect(await link.getAttribute('href')).toBeNull()
    await link.click()
  }
  await links.first().press('Enter')
  // Without what hides a scheme, which would pass for the name of a file.
  const said = refused.map((it) => it.replace(/[\t\u2010]/g, ''))
  expect(await stage.evaluate(() => window.stage.links)).toEqual([...said, said[0]])
})

test('a click tells where in the source it fell', async ({ stage }) => {
  await stage.evaluate(async () => {
    window.stage.show('First paragraph.\n\nSecond with **strong** words and a harbour at its end.\n')
    await window.stage.settled()
  })
  await preview(stage).getByText('strong', { exact: true }).click()
  const [offset] = await stage.evaluate(() => window.stage.carets)
  expect(offset).toBeGreaterThan(18 + 'Second with '.length)
  expect(offset).toBeLessThan(18 + 'Second with **strong** w'.length)
})

test('source and preview scroll together, the one that is touched leads', async ({ stage }) => {
  await stage.evaluate(async () => {
    window.stage.show(
      Array.from({ length: 300 }, (_, i) => `Paragraph ${i}: ${'words and more words '.repeat(i % 7)}`).join(
        '\n\n',
      ),
    )
    await window.stage.settled()
  })
  const places = (): Promise<{ source: number; preview: number }> =>
    stage.evaluate(() => {
      const view = window.stage.view()
      const line = view.lineBlockAtHeight(view.scrollDOM.getBoundingClientRect().top - view.documentTop)
      const shown = [...window.stage.frame.contentDocument!.querySelectorAll('p')].find(
        (p) => p.getBoundingClientRect().bottom > 1,
      )
      const number = (text: string): number => Number(/Paragraph (\d+)/.exec(text)?.[1] ?? -1)
      const text =
        view.state.doc.sliceString(line.from, line.to) ||
        view.state.doc.sliceString(line.to + 1, line.to + 20)
      return { source: number(text), preview: number(shown?.textContent ?? '') }
    })
  await stage.mouse.move(200, 300)
  for (let i = 0; i < 10; i++) await stage.mouse.wheel(0, 400)
  await expect
    .poll(async () => Math.abs((await places()).source - (await places()).preview))
    .toBeLessThanOrEqual(1)
  const first = await places()
  expect(first.source).toBeGreaterThan(10)
  await stage.mouse.move(1100, 300)
  for (let i = 0; i < 10; i++) await stage.mouse.wheel(0, 600)
  await expect.poll(async () => (await places()).source).toBeGreaterThan(first.source + 10)
  await expect
    .poll(async () => Math.abs((await places()).source - (await places()).preview))
    .toBeLessThanOrEqual(1)
})

test('the page does not jump while the writer types above what is in view', async ({ stage }) => {
  const moved = await stage.evaluate(async () => {
    const text = Array.from({ length: 300 }, (_, i) => `Paragraph ${i}.`).join('\n\n')
    window.stage.show(text)
    await window.stage.settled()
    const { contentWindow, contentDocument } = window.stage.frame
    window.stage.scrollTo(text.indexOf('Paragraph 150.'))
    await window.stage.settled()
    const target = [...contentDocument!.querySelectorAll('p')].find(
      (p) => p.textContent === 'Paragraph 150.',
    )!
    const before = target.getBoundingClientRect().top
    for (let i = 0; i < 10; i++) {
      window.stage.edit(0, 0, 'A new paragraph.\n\n')
      await new Promise((resolve) => contentWindow!.requestAnimationFrame(resolve))
    }
    await window.stage.settled()
    return Math.abs(target.getBoundingClientRect().top - before)
  })
  expect(moved).toBeLessThan(4)
})

test('what is at the top stays there when the frame gets another size', async ({ stage }) => {
  const top = await stage.evaluate(async () => {
    const text = Array.from(
      { length: 200 },
      (_, i) => `Paragraph ${i}: ${'words and more words '.repeat(i % 9)}`,
    ).join('\n\n')
    window.stage.show(text)
    await window.stage.settled()
    const { contentWindow, contentDocument } = window.stage.frame
    window.stage.scrollTo(text.indexOf('Paragraph 150:'))
    await window.stage.settled()
    const resized = new Promise((resolve) => contentWindow!.addEventListener('resize', resolve))
    window.stage.frame.style.width = '20%'
    await resized
    await window.stage.settled()
    const target = [...contentDocument!.querySelectorAll('p')].find((p) =>
      p.textContent.startsWith('Paragraph 150:'),
    )
    return target!.getBoundingClientRect().top
  })
  expect(Math.abs(top)).toBeLessThan(4)
})
