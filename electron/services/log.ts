import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorReport } from '../../core/contract.ts'

/** Failures nobody expected, in `galley.log` of the user data folder; nothing of it ever leaves the machine. */
export interface Log {
  /** Absolute path of the file in use. */
  readonly path: string
  /** Notes a failure of this process. */
  error(error: unknown): void
  /** Notes a failure of a page. */
  report(report: ErrorReport): void
  /** Makes an empty file when there is none, so that it can be shown. */
  touch(): void
  /** The latest lines, oldest first; `''` when there are none. */
  tail(): string
}

/** Bytes after which a new file is begun; the one before is kept as `galley.1.log`. */
const MOST = 512 * 1024
/** UTF-16 units of one entry, and of what `tail` gives. */
const MOST_ENTRY = 4_000
const MOST_TAIL = 200_000

/** Takes what may be an article's text out of an error's words: data addresses, and long quotations. */
export function withoutText(message: string): string {
  return message
    .slice(0, MOST_ENTRY)
    .replace(/\bdata:[^\s"')]{20,}/g, 'data:…')
    .replace(/["'`“‘][^"'`”’]{41,}["'`”’]/g, '"…"')
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
}

/** Appends at once, for a process that fails may have no other time; a log that cannot be written fails nothing else. */
export function createLog(dataDir: string, now: () => Date = () => new Date()): Log {
  const path = join(dataDir, 'galley.log')
  let last = ''

  function rotate(): void {
    try {
      if (statSync(path).size > MOST) renameSync(path, join(dataDir, 'galley.1.log'))
    } catch {
      // There is no log yet.
    }
  }

  function write(text: string): void {
    try {
      mkdirSync(dataDir, { recursive: true })
      rotate()
      appendFileSync(path, text, { mode: 0o600 })
    } catch {
      // The disk is full, perhaps: what failed is told to the writer by other ways.
    }
  }

  function append(from: string, words: string): void {
    const text = withoutText(words)
    // A failure that comes with every frame is one failure.
    if (`${from} ${text}` === last) return
    last = `${from} ${text}`
    write(`${now().toISOString()} ${from} ${text.replaceAll('\n', '\n    ')}\n`)
  }

  return {
    path,
    error: (error) => append('shell', explain(error)),
    report: ({ message, stack }) => append('page', stack.includes(message) ? stack : `${message}\n${stack}`),
    touch: () => write(''),
    tail() {
      try {
        return readFileSync(path, 'utf8').slice(-MOST_TAIL)
      } catch {
        return ''
      }
    },
  }
}
