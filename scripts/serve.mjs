// `npm run serve`: builds what is stale, then runs the browser shell on the same arguments.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, root } from './build.mjs'

/** The folder the writer stands in: npm runs scripts in the project's and names the other in INIT_CWD. */
export const callerFolder = () => process.env.INIT_CWD ?? process.cwd()

/** Runs a program in the caller's folder, passes signals on to it, and gives its exit code. */
export function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: callerFolder(), stdio: 'inherit' })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    // The child decides how it ends; this process waits for it.
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    const settle = () => {
      for (const signal of signals) process.off(signal, pass)
    }
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      settle()
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}

/** Runs the built browser shell and gives its exit code. */
export function serve(args) {
  return run(process.execPath, [join(root, 'dist/electron/serve.js'), ...args])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build({ ifStale: true })
  process.exitCode = await serve(process.argv.slice(2))
}
