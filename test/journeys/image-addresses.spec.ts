import { mkdirSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { preview } from './page.ts'
import { expect, test } from './galley.ts'

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** How wide the picture itself is; 0 when it is not loaded. */
function widthOf(image: Locator): Promise<number> {
  return image.evaluate((element) => (element as HTMLImageElement).naturalWidth)
}

/** Sites by the file that tells where their root is, and where their images are published from. */
const SITES = [
  {
    marker: '_config.yml',
    config: 'title: Tides\ntheme: plain\n',
    images: 'source/images',
    posts: 'source/_posts',
  },
  { marker: 'hugo.toml', config: 'title = "Tides"\n', images: 'static/images', posts: 'content/posts' },
  {
    marker: 'astro.config.mjs',
    config: 'export default {}\n',
    images: 'public/images',
    posts: 'src/content',
  },
]

for (const { marker, config, images, posts } of SITES) {
  test(`images of a site are found as its generator finds them: ${marker}`, async ({ galley }) => {
    for (const folder of [`site/${images}`, `site/${posts}/harbour`])
      mkdirSync(galley.path(folder), { recursive: true })
    galley.write(`site/${marker}`, config)
    galley.write(`site/${images}/root.png`, PIXEL)
    galley.write(`site/${posts}/harbour/own.png`, PIXEL)
    galley.write(`site/${posts}/beside.png`, PIXEL)
    galley.write(
      `site/${posts}/harbour.md`,
      '# Harbour\n\n![own](own.png)\n\n![beside](./beside.png)\n\n![root](/images/root.png)\n\n![gone](gone.png)\n',
    )
    const page = await galley.instead(`site/${posts}/harbour.md`)
    // A bare name lies in the folder named like the article, as Hexo's post assets do.
    for (const name of ['own', 'beside', 'root']) {
      const image = preview(page).getByRole('img', { name, exact: true })
      await image.scrollIntoViewIfNeeded()
      await expect.poll(() => widthOf(image), { message: name }).toBe(1)
    }
    await expect(preview(page).locator('.galley-missing')).toContainText('gone.png')
  })
}
