import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** What every room's tests have in common: one seed for the properties. */
const common = { setupFiles: ['test/seed.ts'], testTimeout: 30_000, hookTimeout: 30_000 }

export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: 2,
    projects: [
      // Nothing in core keeps anything: its tests share the modules they have loaded.
      {
        extends: true,
        test: { ...common, name: 'core', include: ['test/core/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: { ...common, name: 'machine', include: ['test/{electron,scripts}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/seed.ts', 'test/languages.ts'],
        },
      },
    ],
  },
})
