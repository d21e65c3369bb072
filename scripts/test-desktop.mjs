// `npm run test:desktop`: the journeys on real Electron, where its binary is.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, root } from './build.mjs'
import { electronFolder, findElectron } from './electron.mjs'
import { obstacle } from './start.mjs'

const reason =
  findElectron(electronFolder) === null
    ? "Electron's binary is not installed (npx install-electron fetches it)"
    : obstacle({ platform: process.platform, env: process.env, uid: process.getuid?.() })

if (reason !== null) console.log(`Skipped: ${reason}.`)
else {
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
