// `npm run bench [-- name …]`: every benchmark of test/bench, or the named ones; medians and ratios within this run.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './build.mjs'

const folder = join(root, 'test/bench')
const names = (await readdir(folder))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -9))
const wanted = process.argv.slice(2)
for (const name of names.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  console.log(`\n## ${name}\n`)
  const { module } = await runnerImport(join(folder, `${name}.bench.ts`), { root, logLevel: 'error' })
  await module.run()
}
