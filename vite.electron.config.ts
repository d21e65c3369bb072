import { resolve } from 'node:path'
import { defineConfig, type InlineConfig } from 'vite'

/** One bundle for Node or Electron with everything inside but Electron itself. */
export function nodeBundle(entry: string, format: 'es' | 'cjs'): InlineConfig {
  const dir = import.meta.dirname
  return {
    configFile: false,
    root: dir,
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: resolve(dir, `electron/${entry}.ts`),
      outDir: resolve(dir, 'dist/electron'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          codeSplitting: false,
          // Names stay, so that a failure in the log can be read.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  }
}

export default defineConfig({ ...nodeBundle('serve', 'es') })
