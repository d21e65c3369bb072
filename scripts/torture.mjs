// Kills a program that saves in a loop, 2,000 times or as often as the first argument says, and checks the file each time.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const kills = Number(process.argv[2] ?? 2000)
const { module } = await runnerImport(
  fileURLToPath(new URL('../test/electron/services/torture.ts', import.meta.url)),
)
const started = Date.now()
const { interrupted, failures } = await module.torture(kills)
for (const failure of failures) console.error(failure)
console.log(
  `${kills} kills in ${Math.round((Date.now() - started) / 1000)} s: ${interrupted} in the middle of a save, ${failures.length} failures`,
)
process.exitCode = failures.length === 0 ? 0 : 1
