import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'

const renderer = resolve(import.meta.dirname, 'renderer')
const SCRIPT = '<script nonce="__CSP_NONCE__">'

/** Puts the bundle's one script into `diagrams.html`, which it takes the place of. */
function intoPage(): Plugin {
  return {
    name: 'into-page',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const [output, ...others] = Object.values(bundle)
      if (output?.type !== 'chunk' || others.length > 0) throw new Error('One script was expected.')
      const page = await readFile(resolve(renderer, 'diagrams.html'), 'utf8')
      // What would end the element, or begin a comment in it, only stands in strings and patterns.
      const code = output.code.replace(/<(?=!--|\/?script)/gi, '\\x3c')
      Reflect.deleteProperty(bundle, output.fileName)
      const source = page.replace(SCRIPT, () => SCRIPT + code)
      this.emitFile({ type: 'asset', fileName: 'diagrams.html', source })
    },
  }
}

/**
 * The document that draws diagrams, with all of its script inside: it has an origin of its own, which may load
 * nothing from the application's.
 */
export function diagramsPage(): InlineConfig {
  return {
    configFile: false,
    root: renderer,
    base: './',
    publicDir: false,
    plugins: [intoPage()],
    // Mermaid brings an older KaTeX for the formulas in its labels, of which it uses `renderToString` alone.
    resolve: { dedupe: ['katex'] },
    build: {
      outDir: resolve(import.meta.dirname, 'dist/renderer'),
      emptyOutDir: false,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve(renderer, 'diagrams/main.ts'),
        // One byte in memory for each character, as in vite.config.ts.
        output: { format: 'iife', codeSplitting: false, charset: 'ascii' },
      },
    },
  }
}
