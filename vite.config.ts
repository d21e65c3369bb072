import { resolve } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, 'renderer')

/** The renderer: two documents, the application's page and the preview's frame. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  // The controls speak the interface's languages only.
  plugins: [react(), optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] })],
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: resolve(root, 'index.html'),
        preview: resolve(root, 'preview.html'),
        diagrams: resolve(root, 'diagrams.html'),
      },
    },
  },
})
