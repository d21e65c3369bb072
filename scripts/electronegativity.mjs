// `npm run electronegativity`: Doyensec's checks of Electron code, as a supplement to the tests that name each item of
// Electron's checklist. What it finds is in test/electronegativity/baseline.json with the reason, or fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './build.mjs'

const folder = join(root, 'test/electronegativity')
const program = join(folder, 'node_modules/.bin/electronegativity')

/** Fields of a line of comma-separated values; quotes are doubled inside quoted ones. */
function fields(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) =>
    field.trim().replace(/^"|"$/g, '').replaceAll('""', '"'),
  )
}

function findings(file) {
  // Its own messages may stand between the findings.
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines
    .filter((line) => /^[A-Z_]+_CHECK,/.test(line))
    .map((line) => {
      const [check, , , where, , sample] = fields(line)
      return { check, where, sample }
    })
}

function install() {
  if (existsSync(program)) return true
  // It brings an older ESLint and more: a package of its own, installed on demand and never with Galley's.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function check() {
  const output = mkdtempSync(join(tmpdir(), 'galley-electronegativity-'))
  const file = join(output, 'findings.csv')
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
    const args = ['-i', join(root, 'electron'), '-r', '-v', 'false', '-e', version, '-o', file]
    const run = spawnSync(program, args, { encoding: 'utf8', timeout: 180_000 })
    if (!existsSync(file)) {
      // A supplement: what keeps the tool itself from running is said, and stops nothing else.
      console.log(`Skipped: Electronegativity did not run.\n${run.stderr ?? ''}`)
      return 0
    }
    const known = JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8'))
    const same = (a, b) => a.check === b.check && a.where === b.where && a.sample === b.sample
    const found = findings(file)
    const unexplained = found.filter((it) => !known.some((one) => same(one, it)))
    const gone = known.filter((it) => !found.some((one) => same(one, it)))
    for (const it of unexplained) console.error(`Not explained: ${it.check} in ${it.where}: ${it.sample}`)
    for (const it of gone)
      console.error(`No longer found, remove it: ${it.check} in ${it.where}: ${it.sample}`)
    console.log(`Electronegativity: ${found.length} findings, ${unexplained.length} not explained`)
    return unexplained.length > 0 ? 1 : 0
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

if (install()) process.exitCode = check()
else console.log('Skipped: Electronegativity could not be installed from the registry.')
