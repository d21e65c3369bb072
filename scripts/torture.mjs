// `npm run torture [-- kills [typing]]`: kills a program that saves in a loop, 2,000 times unless said otherwise, and
// then the browser shell, and the page, while somebody types in it, 50 times each; the article is checked after each.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { build, root } from './build.mjs'

const kills = Number(process.argv[2] ?? 2000)
const typing = Number(process.argv[3] ?? 50)
const { module } = await runnerImport(join(root, 'test/electron/services/torture.ts'))
const started = Date.now()
const { interrupted, failures } = await module.torture(kills)
for (const failure of failures) console.error(failure)
console.log(
  `${kills} kills in ${Math.round((Date.now() - started) / 1000)} s: ${interrupted} in the middle of a save, ${failures.length} failures`,
)

await build({ ifStale: true })
const journeys = spawnSync(
  join(root, 'node_modules/.bin/playwright'),
  ['test', 'recovery', '-g', 'a killed (shell|page) loses'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GALLEY_KILLS: String(typing) } },
)
process.exitCode = failures.length === 0 && journeys.status === 0 ? 0 : 1
