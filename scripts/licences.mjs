// The licences of what is bundled: packages are noted while vite builds, and listed once at the end.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder of the package that a module belongs to; null for the project's own modules. */
function packageFolder(id) {
  const at = id.lastIndexOf('/node_modules/')
  if (at < 0 || id.startsWith('\0')) return null
  const [first, second] = id.slice(at + 14).split('/')
  return id.slice(0, at + 14) + (first.startsWith('@') ? `${first}/${second}` : first)
}

/** A vite plugin that adds the folders of all packages whose code is in the bundle to `folders`. */
export function notePackages(folders) {
  return {
    name: 'note-packages',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const id of Object.keys(output.modules)) {
          const folder = packageFolder(id.replaceAll('\\', '/'))
          if (folder !== null) folders.add(folder)
        }
      }
    },
  }
}

async function licenceText(folder) {
  const names = await readdir(folder)
  const name = names.find((it) => /^(?:licen[cs]e|copying)(?:\.|-mit|$)/i.test(it))
  return name === undefined ? '' : (await readFile(join(folder, name), 'utf8')).trim()
}

/** Name, version, licence and its text of every package, by name; see `Licence` in core/licence.ts. */
export async function listLicences(folders) {
  const list = await Promise.all(
    [...folders].map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
      return { name, version, licence: license ?? '', text: await licenceText(folder) }
    }),
  )
  return list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
