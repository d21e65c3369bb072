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
/** Tests that put other modules in the place of the renderer's: those have to be the first that are loaded. */
const mocking = ['test/renderer/panels/layout.test.tsx']

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
        test: { ...page, name: 'renderer', include: ['test/renderer/**/*.test.{ts,tsx}'], exclude: mocking },
      },
      { extends: true, test: { ...page, name: 'renderer-mocking', include: mocking, isolate: true } },
    ],
  },
})
