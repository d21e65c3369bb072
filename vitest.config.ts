import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/**
 * What every room's tests have in common: one seed for the properties, and one process for many files, which load the
 * modules once. A test takes back what it has changed (`onTestFinished` in helpers, which are loaded once as well).
 */
const common = { setupFiles: ['test/seed.ts'], testTimeout: 30_000, hookTimeout: 30_000, isolate: false }
/** All of the renderer runs in a page. */
const page = {
  ...common,
  environment: 'happy-dom',
  setupFiles: ['test/seed.ts', 'test/page.ts'],
}
/** Tests of how modules are loaded, or that put others in their place: they have to be the first that load them. */
const first = ['test/renderer/panels/layout.test.tsx', 'test/renderer/state/source-commands.test.ts']

export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...common, name: 'core', include: ['test/core/**/*.test.ts'] } },
      // Each of these loads the program anew, on a double of Electron.
      {
        extends: true,
        test: { ...common, name: 'desktop', include: ['test/electron/desktop/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'machine',
          include: ['test/{electron,scripts}/**/*.test.ts'],
          exclude: ['test/electron/desktop/**'],
        },
      },
      {
        extends: true,
        test: { ...page, name: 'renderer', include: ['test/renderer/**/*.test.{ts,tsx}'], exclude: first },
      },
      { extends: true, test: { ...page, name: 'renderer-first', include: first, isolate: true } },
    ],
  },
})
