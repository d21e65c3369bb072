import {
  Menu,
  type BrowserWindow,
  type ContextMenuParams,
  type MenuItemConstructorOptions as Item,
} from 'electron'
import type { PopupItem } from '../../core/contract.ts'
import { labelOf, shareItem } from './menu.ts'
import type { Messages } from './messages.ts'

type Params = Pick<
  ContextMenuParams,
  'dictionarySuggestions' | 'editFlags' | 'isEditable' | 'misspelledWord' | 'selectionText'
>

interface TextActions {
  readonly replace: (word: string) => void
  readonly learn: (word: string) => void
  readonly lookUp: () => void
}

const SEPARATOR: Item = { type: 'separator' }

function spellingItems(params: Params, messages: Messages, actions: TextActions): readonly Item[] {
  const { misspelledWord, dictionarySuggestions } = params
  if (misspelledWord === '') return []
  const suggestions = dictionarySuggestions.map((word): Item => ({
    label: labelOf(word),
    click: () => actions.replace(word),
  }))
  const none: Item = { label: messages.noSuggestions, enabled: false }
  return [
    ...(suggestions.length > 0 ? suggestions : [none]),
    { label: messages.learnWord, click: () => actions.learn(misspelledWord) },
    SEPARATOR,
  ]
}

/** The menu over text: what can be typed into has all of it, other text can be copied. Empty: there is nothing to do. */
export function textMenuTemplate(
  params: Params,
  platform: string,
  messages: Messages,
  actions: TextActions,
): Item[] {
  const selected = params.selectionText.trim()
  const short = selected.length > 40 ? `${selected.slice(0, 40)}…` : selected
  const lookUp: readonly Item[] =
    platform === 'darwin' && selected !== ''
      ? [
          { label: labelOf(messages.lookUp.replace('{text}', () => short)), click: () => actions.lookUp() },
          SEPARATOR,
        ]
      : []
  const share: readonly Item[] =
    platform === 'darwin' && selected !== '' ? [SEPARATOR, shareItem({ texts: [selected] }, messages)] : []
  const { editFlags: can } = params
  if (!params.isEditable) {
    const copy: Item = { role: 'copy', label: messages.copy, enabled: can.canCopy }
    return selected === '' ? [] : [...lookUp, copy, ...share]
  }
  return [
    ...spellingItems(params, messages, actions),
    ...lookUp,
    { role: 'cut', label: messages.cut, enabled: can.canCut },
    { role: 'copy', label: messages.copy, enabled: can.canCopy },
    { role: 'paste', label: messages.paste, enabled: can.canPaste },
    { role: 'pasteAndMatchStyle', label: messages.pastePlain, enabled: can.canPaste },
    SEPARATOR,
    { role: 'selectAll', label: messages.selectAll, enabled: can.canSelectAll },
    ...share,
  ]
}

/** Shows the menu over text wherever the page does not draw or ask for one of its own. */
export function offerTextMenus(window: BrowserWindow, messages: () => Messages): void {
  const contents = window.webContents
  contents.on('context-menu', (_event, params) => {
    const template = textMenuTemplate(params, process.platform, messages(), {
      replace: (word) => contents.replaceMisspelling(word),
      learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
      lookUp: () => contents.showDefinitionForSelection(),
    })
    if (template.length === 0) return
    const { frame, menuSourceType: sourceType } = params
    Menu.buildFromTemplate(template).popup({ window, sourceType, ...(frame ? { frame } : {}) })
  })
}

/** Shows a menu at the pointer; the id of what was chosen, or null once it is closed without a choice. */
export function popUp(window: BrowserWindow, items: readonly PopupItem[]): Promise<string | null> {
  return new Promise((resolve) => {
    const template = items.map((item): Item =>
      item.type === 'separator'
        ? SEPARATOR
        : { id: item.id, label: labelOf(item.label), enabled: item.enabled, click: () => resolve(item.id) },
    )
    // Closing may be told before the click on an item: the answer waits for that.
    Menu.buildFromTemplate(template).popup({ window, callback: () => setTimeout(() => resolve(null), 100) })
  })
}
