// `npm run package [-- electron-builder options]`: builds the installers of this platform into release/.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, root } from './build.mjs'
import { makeIcons } from './icons.mjs'

await build()
await makeIcons(join(root, 'assets/icon.svg'), join(root, 'release/icons'))
const bin = join(root, 'node_modules/.bin/electron-builder')
const result = spawnSync(bin, ['--publish', 'never', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
if (result.status !== 0) {
  console.error(
    "The installers were not made. electron-builder has to fetch Electron's binary once: are you online?",
  )
}
process.exitCode = result.status ?? 1
