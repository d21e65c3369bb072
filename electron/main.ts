import { join } from 'node:path'
import { startDesktop } from './desktop/desktop.ts'

// Bundled to dist/electron/main.js, beside preload.cjs and dist/renderer.
startDesktop({
  preload: join(import.meta.dirname, 'preload.cjs'),
  updater: join(import.meta.dirname, 'updater.cjs'),
  rendererDir: join(import.meta.dirname, '../renderer'),
})
