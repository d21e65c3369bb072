import { defineConfig } from '@playwright/test'
import { browserPath } from './test/journeys/browser.ts'

/** The journeys: the real application in a real Chromium. */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.GALLEY_JOURNEYS_REPORT
    ? [['line'], ['json', { outputFile: process.env.GALLEY_JOURNEYS_REPORT }]]
    : [['line']],
  use: {
    // Sites in processes of their own, as in every browser on a desktop and in Electron: the headless shell has to be told.
    launchOptions: {
      executablePath: await browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--site-per-process'],
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    screenshot: 'only-on-failure',
  },
})
