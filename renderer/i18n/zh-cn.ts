import type { Messages } from './messages.ts'
import { app as appZh } from './zh-cn/app.ts'
import { commands as commandsZh } from './zh-cn/commands.ts'
import { common as commonZh } from './zh-cn/common.ts'
import { convert as convertZh } from './zh-cn/convert.ts'
import { craft as craftZh } from './zh-cn/craft.ts'
import { desktop as desktopZh } from './zh-cn/desktop.ts'
import { dialogs as dialogsZh } from './zh-cn/dialogs.ts'
import { editor as editorZh } from './zh-cn/editor.ts'
import { errors as errorsZh } from './zh-cn/errors.ts'
import { fields as fieldsZh } from './zh-cn/fields.ts'
import { form as formZh } from './zh-cn/form.ts'
import { paste as pasteZh } from './zh-cn/paste.ts'
import { help as helpZh } from './zh-cn/help.ts'
import { preview as previewZh } from './zh-cn/preview.ts'
import { problems as problemsZh } from './zh-cn/problems.ts'
import { settings as settingsZh } from './zh-cn/settings.ts'
import { shortcuts as shortcutsZh } from './zh-cn/shortcuts.ts'
import { sidebar as sidebarZh } from './zh-cn/sidebar.ts'
import { state as stateZh } from './zh-cn/state.ts'

/** The interface in Simplified Chinese. */
export const zhCN = {
  ...commonZh,
  ...commandsZh,
  ...convertZh,
  ...craftZh,
  ...appZh,
  ...desktopZh,
  ...dialogsZh,
  ...editorZh,
  ...errorsZh,
  ...fieldsZh,
  ...formZh,
  ...pasteZh,
  ...helpZh,
  ...previewZh,
  ...problemsZh,
  ...settingsZh,
  ...shortcutsZh,
  ...sidebarZh,
  ...stateZh,
} satisfies Messages
