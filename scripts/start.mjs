// `npm start`: builds what is stale, then opens the desktop app, or says why not and starts the browser shell.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, root } from './build.mjs'
import { electronFolder, fetchElectron, findElectron } from './electron.mjs'
import { callerFolder, serve } from './serve.mjs'

/** Milliseconds within which a desktop app that fails never came up. */
const AT_ONCE = 5_000

function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Why the desktop app cannot run on this machine at all, or null. */
export function obstacle({ platform, env, uid }) {
  if (platform !== 'linux') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY)
    return 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)'
  // Chromium refuses to run as root unless its sandbox is off, which Galley never does.
  if (uid === 0) return 'Electron does not run as root with its sandbox on'
  return null
}

/** Electron's program, fetched when it is missing, or the reason why there is none. */
export async function findProgram({ folder, platform, env, uid, limit }) {
  const reason = obstacle({ platform, env, uid })
  if (reason) return { reason }
  const found = findElectron(folder, env)
  if (found) return { program: found }
  say('Fetching Electron, once …')
  const failure = await fetchElectron(folder, { env, ...(limit ? { limit } : {}) })
  const program = failure ? null : findElectron(folder, env)
  return program ? { program } : { reason: `Electron could not be fetched: ${failure}` }
}

/** The files and folders among the arguments, absolute; the options are the browser shell's. */
export function pathsAmong(args, folder) {
  const paths = []
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--') return [...paths, ...args.slice(at + 1)].map((path) => resolve(folder, path))
    if (args[at] === '--port') at += 1
    else if (args[at] !== '' && !args[at].startsWith('-')) paths.push(args[at])
  }
  return paths.map((path) => resolve(folder, path))
}

/** Whether nothing but help or the version is asked for; behind `--` everything is the name of a file. */
export function asksOnly(args) {
  return beforeNames(args).some((arg) => ['--help', '-h', '--version', '-v'].includes(arg))
}

/** The arguments that may be options. */
function beforeNames(args) {
  const end = args.indexOf('--')
  return end < 0 ? args : args.slice(0, end)
}

/** Runs the desktop app; its exit code, or the reason why it never came up. */
function runDesktop(program, paths) {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  const started = Date.now()
  return new Promise((done) => {
    const child = spawn(program, [root, ...paths], { cwd: callerFolder(), env, stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.once('error', (error) => done({ reason: `Electron could not be started: ${error.message}` }))
    child.once('exit', (code, signal) => {
      const failed = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM'
      if (failed && Date.now() - started < AT_ONCE)
        done({ reason: `Electron ended at once (${signal ?? code})` })
      else done({ code: failed ? (code ?? 1) : 0 })
    })
  })
}

async function main(args) {
  await build({ ifStale: true })
  if (asksOnly(args)) return serve(args)
  const uid = process.getuid?.()
  const found = await findProgram({
    folder: electronFolder,
    platform: process.platform,
    env: process.env,
    uid,
  })
  const ended = found.program
    ? await runDesktop(found.program, [
        ...beforeNames(args).filter((arg) => arg === '--new-window'),
        ...pathsAmong(args, callerFolder()),
      ])
    : found
  if (!ended.reason) return ended.code
  say(`Galley starts in the browser: ${ended.reason}.`)
  return serve(args)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2))
