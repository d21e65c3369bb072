import { app, Menu } from 'electron'
import type { Messages } from './messages.ts'

/** Tells the system's own list of recent documents (dock, jump list) of an article. */
export function addRecentDocument(path: string): void {
  app.addRecentDocument(path)
}

/** Empties the system's own list. */
export function clearRecentDocuments(): void {
  app.clearRecentDocuments()
}

/** Offers a new window in the dock's menu on macOS and in the jump list on Windows. */
export function offerNewWindow(messages: Messages, open: () => void): void {
  if (process.platform === 'win32') {
    app.setUserTasks([
      {
        program: process.execPath,
        arguments: '--new-window',
        title: messages.newWindow,
        description: messages.newWindow,
        iconPath: process.execPath,
        iconIndex: 0,
      },
    ])
  } else if (process.platform === 'darwin') {
    app.dock?.setMenu(Menu.buildFromTemplate([{ label: messages.newWindow, click: open }]))
  }
}
