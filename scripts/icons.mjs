// Makes release/icons/ from assets/icon.svg: PNGs by size for Linux, ICO for Windows, ICNS for macOS.
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import icongen from 'icon-gen'

const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512]

/** Makes the icons into `folder`: `<size>x<size>.png`, `icon.ico` and `icon.icns`. */
export async function makeIcons(svg, folder) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await icongen(svg, folder, {
    report: false,
    ico: { name: 'icon' },
    icns: { name: 'icon' },
    favicon: { name: 'png-', pngSizes, icoSizes: [16] },
  })
  for (const size of pngSizes) {
    await rename(join(folder, `png-${size}.png`), join(folder, `${size}x${size}.png`))
  }
  await rm(join(folder, 'favicon.ico'), { force: true })
}
