// Where Electron's program is, and how to get it: its npm package (42 and later) installs without it.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'

export const electronFolder = join(root, 'node_modules/electron')

/** The path of Electron's program, or null when it is not there. `folder` is that of its npm package. */
export function findElectron(folder, env = process.env) {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim()
    const program = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
    return name !== '' && existsSync(program) ? program : null
  } catch {
    return null // No path.txt: never fetched.
  }
}

/** Says in a few words what the last words of a failed installer mean. */
export function reasonOf(output) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|terminated/.test(output)) {
    return 'its download server cannot be reached'
  }
  const status = /Response code (\d{3})/.exec(output)
  if (status) return `its download server answered ${status[1]}`
  const line = output
    .split('\n')
    .map((it) => it.trim())
    .find((it) => /error|cannot|failed/i.test(it) && !it.startsWith('at '))
  return line ? line.replace(/^(?:\w*Error|Uncaught \w+):\s*/, '').replace(/\.$/, '') : 'its installer failed'
}

/** Runs the package's own installer once, for at most `limit` milliseconds; null, or why it failed. */
export function fetchElectron(folder, { limit = 300_000, env = process.env } = {}) {
  const installer = join(folder, 'install.js')
  if (!existsSync(installer)) return Promise.resolve('its npm package is not installed')
  return new Promise((resolve) => {
    let output = ''
    let late = false
    const child = spawn(process.execPath, [installer], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limit)
    const keep = (chunk) => (output = (output + chunk).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve(error.message)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (late) resolve(`it did not arrive within ${Math.round(limit / 1000)} seconds`)
      else if (code !== 0) resolve(reasonOf(output))
      else resolve(findElectron(folder, env) ? null : 'its installer left no program behind')
    })
  })
}
