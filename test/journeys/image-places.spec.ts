import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { DOT, drop, paste } from './clipboard.ts'
import { expect, test, type Galley } from './galley.ts'
import { preview, source, status } from './page.ts'

const dot = { name: 'image.png', type: 'image/png', base64: DOT }
const OTHER = {
  ...dot,
  base64: Buffer.from(`${Buffer.from(DOT, 'base64').toString('latin1')} `, 'latin1').toString('base64'),
}

function lay(galley: Galley, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(galley.path(name)), { recursive: true })
    writeFileSync(galley.path(name), text)
  }
}

/** The preview shows so many images, each of them loaded. */
async function showsImages(page: Page, count: number): Promise<void> {
  await expect
    .poll(() =>
      preview(page)
        .locator('img')
        .evaluateAll((images: HTMLImageElement[]) => images.map((image) => image.naturalWidth)),
    )
    .toEqual(Array.from({ length: count }, () => 1))
}

interface Place {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly article: string
  /** The image's file; the second one has 2 in place of 1. */
  readonly image: string
  readonly reference: string
}

const PLACES: readonly Place[] = [
  {
    name: 'beside the article',
    files: { 'plain/walk.md': 'Look:\n\n' },
    article: 'plain/walk.md',
    image: 'plain/walk-1.png',
    reference: 'walk-1.png',
  },
  {
    name: 'assets',
    files: { 'notes/walk.md': 'Look:\n\n', 'notes/assets/.keep': '' },
    article: 'notes/walk.md',
    image: 'notes/assets/walk-1.png',
    reference: 'assets/walk-1.png',
  },
  {
    name: 'Hexo’s post asset folder',
    files: { 'hexo/_config.yml': 'post_asset_folder: true\n', 'hexo/source/_posts/灯塔.md': '看：\n\n' },
    article: 'hexo/source/_posts/灯塔.md',
    image: 'hexo/source/_posts/灯塔/灯塔-1.png',
    reference: '灯塔-1.png',
  },
  {
    name: 'Hexo’s source',
    files: { 'hexo-plain/_config.yml': 'title: x\n', 'hexo-plain/source/_posts/walk.md': 'Look:\n\n' },
    article: 'hexo-plain/source/_posts/walk.md',
    image: 'hexo-plain/source/images/walk-1.png',
    reference: '/images/walk-1.png',
  },
  {
    name: 'Jekyll’s assets',
    files: { 'jekyll/_config.yml': 'title: x\n', 'jekyll/_posts/2024-05-01-walk.md': 'Look:\n\n' },
    article: 'jekyll/_posts/2024-05-01-walk.md',
    image: 'jekyll/assets/images/2024-05-01-walk-1.png',
    reference: '/assets/images/2024-05-01-walk-1.png',
  },
  {
    name: 'Hugo’s static root',
    files: { 'hugo/hugo.toml': 'title = "x"\n', 'hugo/content/posts/walk.md': 'Look:\n\n' },
    article: 'hugo/content/posts/walk.md',
    image: 'hugo/static/images/walk-1.png',
    reference: '/images/walk-1.png',
  },
  {
    name: 'a Hugo page bundle',
    files: { 'hugo/hugo.toml': 'title = "x"\n', 'hugo/content/posts/walk/index.md': 'Look:\n\n' },
    article: 'hugo/content/posts/walk/index.md',
    image: 'hugo/content/posts/walk/index-1.png',
    reference: 'index-1.png',
  },
  {
    name: 'a pattern in galley.json',
    files: {
      'own/hugo.toml': 'title = "x"\n',
      'own/galley.json': '{ "x-images": "/pictures/{article}/{n}.{ext}" }',
      'own/content/walk.md': 'Look:\n\n',
    },
    article: 'own/content/walk.md',
    image: 'own/static/pictures/walk/1.png',
    reference: '/pictures/walk/1.png',
  },
]

test('images go where the folder has them, and the preview shows them', async ({ galley }) => {
  test.setTimeout(120_000)
  for (const { name, files, article, image, reference } of PLACES) {
    await test.step(name, async () => {
      lay(galley, files)
      const page = await galley.instead(article)
      await source(page).focus()
      await page.keyboard.press('Control+End')
      await paste(page, { files: [dot] })
      await expect(source(page)).toContainText(`![](${reference})`)
      await showsImages(page, 1)
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Enter')
      await paste(page, { files: [OTHER] })
      await expect(source(page)).toContainText(`![](${reference.replace(/1(?=\.png)/, '2')})`)
      await showsImages(page, 2)
      expect(galley.bytes(image).toString('base64')).toBe(DOT)
      expect(galley.bytes(image.replace(/1(?=\.png)/, '2')).toString('base64')).toBe(OTHER.base64)
    })
  }
})

test('outside a site the setting says where', async ({ galley }) => {
  lay(galley, { 'plain/walk.md': 'Look:\n\n' })
  mkdirSync(galley.dataDir, { recursive: true })
  writeFileSync(`${galley.dataDir}/settings.json`, JSON.stringify({ imageFolder: 'article' }))
  const page = await galley.start('plain/walk.md')
  await source(page).focus()
  await page.keyboard.press('Control+End')
  await paste(page, { files: [dot] })
  await expect(source(page)).toContainText('![](walk.assets/walk-1.png)')
  await showsImages(page, 1)
  expect(existsSync(galley.path('plain/walk.assets/walk-1.png'))).toBe(true)
})

test.describe('a large image', () => {
  test.skip(process.env.GALLEY_SHELL === 'desktop', 'The way between page and shell cannot be held up there')

  /** Starts with a way to the shell on which pieces of images wait from the third on, and lets them through. */
  async function start(galley: Galley, page: Page): Promise<() => void> {
    let open = false
    let count = 0
    const waiting: (() => void)[] = []
    await page.routeWebSocket(/./, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        const pass = (): void => server.send(message)
        if (open || !String(message).includes('"asset.part"') || ++count <= 2) pass()
        else waiting.push(pass)
      })
    })
    lay(galley, { 'plain/walk.md': 'Look:\n\n' })
    await galley.start('plain/walk.md')
    await source(page).focus()
    await page.keyboard.press('Control+End')
    return () => {
      open = true
      for (const pass of waiting.splice(0)) pass()
    }
  }

  const dropLarge = (page: Page): Promise<void> =>
    drop(page, '.cm-content', {
      files: [
        {
          ...dot,
          name: 'pier.png',
          base64: Buffer.concat([Buffer.from(DOT, 'base64'), Buffer.alloc(6e6)]).toString('base64'),
        },
      ],
    })

  test('says how far it is, while the text can be written', async ({ galley, page }) => {
    const goOn = await start(galley, page)
    await dropLarge(page)
    const bar = page.getByRole('progressbar', { name: /Adding “pier\.png”: 3\.0 of 6\.0 MB/ })
    await expect(bar).toBeVisible()
    await expect(bar).toHaveAttribute('aria-valuenow', '3000000')
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Do ')
    goOn()
    await expect(bar).toBeHidden()
    await expect(source(page)).toContainText('Do Look:')
    await expect(source(page)).toContainText('![pier](walk-1.png)')
    await showsImages(page, 1)
    expect(galley.bytes('plain/walk-1.png').length).toBe(Buffer.from(DOT, 'base64').length + 6e6)
  })

  test('is cancelled without a trace', async ({ galley, page }) => {
    const goOn = await start(galley, page)
    await dropLarge(page)
    await page.getByRole('progressbar', { name: /Adding/ }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    goOn()
    await expect(page.getByText('No image was put in.')).toBeVisible()
    await expect(page.getByRole('progressbar', { name: /Adding/ })).toBeHidden()
    await expect(source(page)).not.toContainText('pier')
    expect(existsSync(galley.path('plain/walk-1.png'))).toBe(false)
    await expect(status(page)).not.toContainText('Edited')
  })
})

test('Word’s pictures become files, and lines of code from VS Code become code', async ({ galley }) => {
  await test.step('Word’s pictures, which only its RTF holds, become files', async () => {
    lay(galley, { 'plain/walk.md': 'Look:\n\n' })
    const page = await galley.instead('plain/walk.md')
    await source(page).focus()
    await page.keyboard.press('Control+End')
    const hex = Buffer.from(DOT, 'base64').toString('hex')
    await paste(page, {
      html: '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>The pier<o:p></o:p></p><p class=MsoNormal><![if !vml]><img width=10 height=10 src="file:///C:/x/clip_image001.png" alt="pier"><![endif]></p></body></html>',
      plain: 'The pier\n',
      rtf: String.raw`{\rtf1\ansi The pier\par {\*\shppict{\pict\picwgoal150\pichgoal150\pngblip ${hex}}}{\nonshppict{\pict\wmetafile8 00}}}`,
    })
    await expect(source(page)).toContainText('![pier](walk-1.png)')
    await showsImages(page, 1)
    expect(galley.bytes('plain/walk-1.png').toString('base64')).toBe(DOT)
  })
  await test.step('lines of code from VS Code become a code block where they stand alone, and text in a line', async () => {
    lay(galley, { 'plain/code.md': 'Look:\n\n\n\nHere \n' })
    const page = await galley.instead('plain/code.md')
    const code = {
      html: '<div style="font-family: Consolas, monospace;white-space: pre;"><div><span>if (a &lt; b) {</span></div><div>}</div></div>',
      plain: 'if (a < b) {\n}',
      vsCode: '{"version":1,"isFromEmptySelection":false,"mode":"typescript"}',
    }
    await source(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await paste(page, code)
    await expect(source(page)).toContainText('```typescript')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowLeft')
    await paste(page, code)
    await expect(source(page)).toContainText('Here if (a < b) {')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText('Saved')
    expect(galley.text('plain/code.md')).toBe(
      'Look:\n\n```typescript\nif (a < b) {\n}\n```\n\nHere if (a < b) {\n}\n',
    )
  })
})
