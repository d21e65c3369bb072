// `npm run test:desktop`: the journeys on real Electron, where its binary is.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, root } from './build.mjs'

const electron = join(root, 'node_modules/electron')
const named = join(electron, 'path.txt')
const binary = existsSync(named) ? join(electron, 'dist', readFileSync(named, 'utf8').trim()) : null

if (binary === null || !existsSync(binary)) {
  console.log("Skipped: Electron's binary is not installed (npx install-electron fetches it).")
} else {
  await build({ ifStale: true })
  const args = ['test', '--workers=1', ...process.argv.slice(2)]
  const env = { ...process.env, GALLEY_SHELL: 'desktop' }
  const result = spawnSync(join(root, 'node_modules/.bin/playwright'), args, {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  process.exitCode = result.status ?? 1
}
