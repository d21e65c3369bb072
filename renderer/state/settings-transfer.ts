import { readSettingsImport } from '../../core/settings-import.ts'
import type { SettingSection } from '../../core/settings-table.ts'
import { changeWithUndo } from './settings-undo.ts'
import type { App } from './app.ts'
import { fileName } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Shows the settings, until the writer closes them: an import or export in between leads back to them. */
export async function showSettings(
  app: App,
  runtime: Runtime,
  section: SettingSection | null = null,
): Promise<void> {
  const answer = await runtime.ask({ kind: 'settings', section })
  if (answer === null) {
    runtime.store.patch({ settingsUndo: null })
    return
  }
  if (answer.then === 'export') await exportSettings(runtime)
  else await importSettings(app, runtime)
  await showSettings(app, runtime, answer.section)
}

async function exportSettings(runtime: Runtime): Promise<void> {
  const path = await askTarget(runtime)
  if (path === null) return
  const reply = await runtime.bridge.call('settings.export', path)
  if (reply.ok) runtime.notify('info', runtime.t('settings.exported', { path }))
  else runtime.notify('error', runtime.describe(reply))
}

/** Where to export to; a file that is there has been agreed to be replaced. */
async function askTarget(runtime: Runtime): Promise<string | null> {
  const { info } = runtime.store.get()
  const suggestedPath = `${info.homeFolder}/galley-settings.json`
  if (info.shell === 'desktop') return runtime.request('dialog.save', suggestedPath)
  const path = await runtime.ask({ kind: 'saveFile', suggestedPath })
  if (path === null) return null
  const there = await runtime.bridge.call('settings.readFile', path)
  const isThere = there.ok || there.code !== 'notFound'
  return !isThere || (await runtime.ask({ kind: 'overwrite', path })) ? path : null
}

async function importSettings(app: App, runtime: Runtime): Promise<void> {
  const { info } = runtime.store.get()
  const paths =
    info.shell === 'desktop'
      ? await runtime.request('dialog.open', 'settings')
      : await runtime.ask({ kind: 'openFile', startFolder: info.homeFolder, purpose: 'settings' })
  const path = paths?.[0]
  if (path === undefined) return
  const text = await runtime.request('settings.readFile', path)
  if (text === null) return
  const found = readSettingsImport(text, runtime.store.get().settings)
  const agreed = await runtime.ask({ kind: 'importSettings', name: fileName(path), found })
  if (agreed === null || found.kind !== 'settings') return
  const patch = Object.fromEntries(found.changes.map(({ key, after }) => [key, after]))
  changeWithUndo(app, patch, runtime.t('settings.undo.imported', { name: fileName(path) }))
}
