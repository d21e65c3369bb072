import { resolve } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, 'renderer')

/**
 * The languages of scripts and styles inside HTML load when an article first holds one: CodeMirror's HTML package
 * imports both at once, and they are a tenth of what the first view would load.
 */
function lateLanguages(): Plugin {
  const late = resolve(import.meta.dirname, 'renderer/editor/late-languages.ts')
  return {
    name: 'late-languages',
    enforce: 'pre',
    resolveId(source, importer) {
      const nested = /^@codemirror\/lang-(?:javascript|css)$/.test(source)
      return nested && importer?.replaceAll('\\', '/').includes('/@codemirror/lang-html/') ? late : null
    },
  }
}

/**
 * The engine keeps the text of each script, two bytes for every character once a single one lies outside Latin-1: escaped,
 * all of them are half as large in memory.
 */
const ONE_BYTE = { charset: 'ascii' } as const

/** The renderer: two documents, the application's page and the preview's frame. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  // The controls speak the interface's languages only.
  plugins: [react(), lateLanguages(), optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] })],
  worker: { format: 'es', rolldownOptions: { output: ONE_BYTE } },
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
      },
      output: ONE_BYTE,
    },
  },
})
