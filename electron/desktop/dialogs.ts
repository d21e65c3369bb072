import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { Dialogs } from '../services/ports.ts'
import type { Messages } from './messages.ts'

function filters(messages: Messages): FileFilter[] {
  return [
    { name: messages.articles, extensions: ['md', 'markdown', 'txt', 'html', 'htm'] },
    { name: messages.allFiles, extensions: ['*'] },
  ]
}

/** What a file is saved as says what is looked for. */
function filtersFor(suggestedPath: string, messages: Messages): FileFilter[] {
  if (suggestedPath.endsWith('.json')) return [{ name: 'JSON', extensions: ['json'] }]
  if (suggestedPath.endsWith('.pdf')) return [{ name: 'PDF', extensions: ['pdf'] }]
  return filters(messages)
}

/** The native file dialogs, on the window there is. */
export function createDialogs(window: () => BrowserWindow | null, messages: () => Messages): Dialogs {
  return {
    async open(purpose) {
      const settings = purpose === 'settings'
      const options = {
        filters: settings ? [{ name: 'JSON', extensions: ['json'] }] : filters(messages()),
        properties: ['openFile' as const, ...(settings ? [] : ['multiSelections' as const])],
      }
      const parent = window()
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      return answer.canceled ? [] : answer.filePaths
    },
    async openFolder() {
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
      const parent = window()
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    async save(suggestedPath) {
      const options = {
        defaultPath: suggestedPath,
        filters: filtersFor(suggestedPath, messages()),
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const parent = window()
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
  }
}
