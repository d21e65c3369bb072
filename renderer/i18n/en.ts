import { app } from './en/app.ts'
import { commands } from './en/commands.ts'
import { common } from './en/common.ts'
import { convert } from './en/convert.ts'
import { craft } from './en/craft.ts'
import { desktop } from './en/desktop.ts'
import { dialogs } from './en/dialogs.ts'
import { editor } from './en/editor.ts'
import { errors } from './en/errors.ts'
import { fields } from './en/fields.ts'
import { form } from './en/form.ts'
import { paste } from './en/paste.ts'
import { help } from './en/help.ts'
import { preview } from './en/preview.ts'
import { problems } from './en/problems.ts'
import { settings } from './en/settings.ts'
import { shortcuts } from './en/shortcuts.ts'
import { sidebar } from './en/sidebar.ts'
import { state } from './en/state.ts'

/** The interface in English, the source of all languages. */
export const en = {
  ...common,
  ...commands,
  ...convert,
  ...craft,
  ...app,
  ...desktop,
  ...dialogs,
  ...editor,
  ...errors,
  ...fields,
  ...form,
  ...paste,
  ...help,
  ...preview,
  ...problems,
  ...settings,
  ...shortcuts,
  ...sidebar,
  ...state,
}
