import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { saverIn } from './saving.ts'
import { textOf } from './torture-text.ts'

/** A program that saves one article after the other into a file, saying the number of each once it is saved. */
const [path = '', first = '0'] = process.argv.slice(2)
const saver = saverIn(dirname(dirname(path)))
for (let n = Number(first); ; n++) {
  await saver.save({ path, text: textOf(n), encoding: 'utf-8', base: null, overwrite: true })
  writeSync(1, `${n}\n`)
}
