import { app } from './en/app.ts'
import { commands } from './en/commands.ts'
import { common } from './en/common.ts'
import { craft } from './en/craft.ts'
import { desktop } from './en/desktop.ts'
import { dialogs } from './en/dialogs.ts'
import { editor } from './en/editor.ts'
import { errors } from './en/errors.ts'
import { fields } from './en/fields.ts'
import { form } from './en/form.ts'
import { preview } from './en/preview.ts'
import { problems } from './en/problems.ts'
import { sidebar } from './en/sidebar.ts'
import { state } from './en/state.ts'
import { app as appZh } from './zh-cn/app.ts'
import { commands as commandsZh } from './zh-cn/commands.ts'
import { common as commonZh } from './zh-cn/common.ts'
import { craft as craftZh } from './zh-cn/craft.ts'
import { desktop as desktopZh } from './zh-cn/desktop.ts'
import { dialogs as dialogsZh } from './zh-cn/dialogs.ts'
import { editor as editorZh } from './zh-cn/editor.ts'
import { errors as errorsZh } from './zh-cn/errors.ts'
import { fields as fieldsZh } from './zh-cn/fields.ts'
import { form as formZh } from './zh-cn/form.ts'
import { preview as previewZh } from './zh-cn/preview.ts'
import { problems as problemsZh } from './zh-cn/problems.ts'
import { sidebar as sidebarZh } from './zh-cn/sidebar.ts'
import { state as stateZh } from './zh-cn/state.ts'

const en = {
  ...common,
  ...commands,
  ...craft,
  ...app,
  ...desktop,
  ...dialogs,
  ...editor,
  ...errors,
  ...fields,
  ...form,
  ...preview,
  ...problems,
  ...sidebar,
  ...state,
}

export type MessageKey = keyof typeof en
export type Language = 'en' | 'zh-CN'
/** Values for the `{name}` blanks of a message. */
export type MessageParams = Readonly<Record<string, string | number>>

const zhCN = {
  ...commonZh,
  ...commandsZh,
  ...craftZh,
  ...appZh,
  ...desktopZh,
  ...dialogsZh,
  ...editorZh,
  ...errorsZh,
  ...fieldsZh,
  ...formZh,
  ...previewZh,
  ...problemsZh,
  ...sidebarZh,
  ...stateZh,
} satisfies Record<MessageKey, string>

/** Every text a writer can see, by language. English is the source. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en,
  'zh-CN': zhCN,
}
