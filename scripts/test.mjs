// `npm test`: unit tests, then journeys; ends with the true totals of both.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, root } from './build.mjs'

const folder = mkdtempSync(join(tmpdir(), 'galley-tests-'))
const unitReport = join(folder, 'unit.json')
const journeyReport = join(folder, 'journeys.json')

function run(command, args, env = {}) {
  const bin = join(root, 'node_modules/.bin', command)
  const result = spawnSync(bin, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  return result.status ?? 1
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const unitStatus = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
await build({ ifStale: true })
const journeyStatus = run('playwright', ['test'], { GALLEY_JOURNEYS_REPORT: journeyReport })

const unit = read(unitReport)
const journeys = read(journeyReport)
rmSync(folder, { recursive: true, force: true })

/** What failed, said again where it is read: before the totals. */
function failedUnits(report) {
  return (report?.testResults ?? []).flatMap((suite) => [
    ...(suite.status === 'failed' && suite.assertionResults.length === 0
      ? [`failed: ${suite.name}: ${suite.message}`]
      : []),
    ...suite.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `failed: ${suite.name}: ${fullName}\n${brief(failureMessages.join('\n'))}`,
      ),
  ])
}

function failedJourneys(report) {
  const inSuite = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(inSuite)]
  return (report?.suites ?? [])
    .flatMap(inSuite)
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title, tests }) => {
      const messages = tests.flatMap(({ results }) =>
        results.flatMap(({ errors }) => errors.map(({ message }) => message)),
      )
      return `failed: ${file}: ${title}\n${brief(messages.join('\n'))}`
    })
}

/** The first lines of a message. */
function brief(message) {
  return message
    .split('\n')
    .slice(0, 12)
    .map((line) => `  ${line.slice(0, 300)}`)
    .join('\n')
}

// A suite that cannot be loaded has no failed tests of its own: it counts as one.
const brokenSuites = unit
  ? unit.testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0).length
  : 1
let passed = unit?.numPassedTests ?? 0
let failed = (unit?.numFailedTests ?? 0) + brokenSuites
let skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0)
if (journeys) {
  passed += journeys.stats.expected
  failed += journeys.stats.unexpected + journeys.stats.flaky + journeys.errors.length
  skipped += journeys.stats.skipped
} else failed += 1
if (failed === 0 && (unitStatus !== 0 || journeyStatus !== 0)) failed = 1

for (const line of [...failedUnits(unit), ...failedJourneys(journeys)]) console.log(line)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
