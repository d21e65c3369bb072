import { createHash } from 'node:crypto'
import { readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalEntry } from '../../../core/contract.ts'
import { AppError } from '../../../core/errors.ts'
import { codeOf } from '../files/file-system.ts'
import type { Owners } from '../files/owners.ts'
import { createSerial } from '../files/serial.ts'
import { writePrivate } from '../store/json-file.ts'
import { parseEntry } from './entry.ts'

/** What is typed and not saved, one file per tab in `recovery/`, named `<id>.<owner>.json`. */
export interface Journal {
  /** Entries of this Galley and of those that no longer run, newest first; damaged ones are set aside. */
  list(): Promise<readonly JournalEntry[]>
  write(entry: JournalEntry): Promise<void>
  remove(id: string): Promise<void>
  settled(): Promise<void>
}

const NAME = /^([A-Za-z0-9-]{1,100})\.([0-9a-f]{16})\.json$/
const ID = /^[A-Za-z0-9-]{1,100}$/
/** How many entries of Galleys that no longer run are kept; the oldest go first. */
const MAX_ORPHANS = 200

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')

/** First line: the checksum of the rest, which is the entry as JSON. */
function serialise(entry: JournalEntry): string {
  const body = JSON.stringify(entry)
  return `${checksum(body)}\n${body}\n`
}

/** The entry, null when it is of a kind this Galley does not know, or `damaged`. */
function parse(text: string): JournalEntry | 'damaged' | null {
  const end = text.indexOf('\n')
  const body = text.slice(end + 1).replace(/\n$/, '')
  if (text.slice(0, end) !== checksum(body)) return 'damaged'
  return parseEntry(body)
}

/** `damaged` is told where an entry is kept that was set aside, since it is not what was written. */
export function createJournal(
  folder: string,
  owners: () => Promise<Owners>,
  damaged: (path: string) => void,
): Journal {
  const serial = createSerial()

  const remove = async (path: string): Promise<void> => {
    try {
      await unlink(path)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }

  /** Gives an entry another name; false when another Galley was quicker. */
  async function move(name: string, to: string): Promise<boolean> {
    try {
      await rename(join(folder, name), join(folder, to))
      return true
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    }
  }

  async function readEntry(name: string): Promise<JournalEntry | null> {
    let text: string
    try {
      text = await readFile(join(folder, name), 'utf8')
    } catch (error) {
      if (codeOf(error) === '') throw error
      return null // Gone or unreadable: the others are still offered.
    }
    const entry = parse(text)
    if (entry !== 'damaged') return entry
    const aside = `${name}.damaged`
    if (await move(name, aside)) damaged(join(folder, aside))
    return null
  }

  async function list(): Promise<readonly JournalEntry[]> {
    const team = await owners()
    const { self } = team
    let names: readonly string[]
    try {
      names = await readdir(folder)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
    const own = new Set(names.filter((name) => NAME.exec(name)?.[2] === self))
    const found: JournalEntry[] = []
    const orphans: { readonly name: string; readonly id: string; readonly modified: number }[] = []
    for (const name of names) {
      const [, id, owner] = NAME.exec(name) ?? []
      if (id === undefined || owner === undefined) continue
      if (owner === self) {
        const entry = await readEntry(name)
        if (entry !== null) found.push(entry)
      } else if (!(await team.isAlive(owner))) {
        const modified = await stat(join(folder, name)).then(
          (it) => it.mtimeMs,
          () => 0,
        )
        orphans.push({ name, id, modified })
      }
    }
    orphans.sort((a, b) => b.modified - a.modified)
    for (const [at, { name, id }] of orphans.entries()) {
      const entry = await readEntry(name)
      if (entry === null) continue
      if (at >= MAX_ORPHANS) await remove(join(folder, name))
      // An entry under an id of our own would replace what is there: it waits for the next start.
      else if (!own.has(`${id}.${self}.json`) && (await move(name, `${id}.${self}.json`))) {
        own.add(`${id}.${self}.json`)
        found.push(entry)
      }
    }
    return found.sort((a, b) => b.writtenAt - a.writtenAt)
  }

  const fileOf = async (id: string): Promise<string> => {
    if (!ID.test(id)) throw new AppError('badRequest', 'A journal id is letters, digits and hyphens.')
    return join(folder, `${id}.${(await owners()).self}.json`)
  }

  return {
    list,
    write: (entry) =>
      serial.run(entry.id, async () =>
        writePrivate(await fileOf(entry.id), serialise({ ...entry, writtenAt: Date.now() })),
      ),
    remove: (id) => serial.run(id, async () => remove(await fileOf(id))),
    settled: () => serial.settled(),
  }
}
