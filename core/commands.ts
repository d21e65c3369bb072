/** What must hold for a command to be enabled; evaluated by the renderer. */
export type CommandCondition =
  | 'always'
  | 'hasArticle'
  /** An article is open and may be edited. */
  | 'editable'
  | 'editsMarkdown'
  | 'editsHtml'
  | 'hasSelection'
  /** The caret is in a table that may be edited; elsewhere the command's keys stay the editor's own. */
  | 'inTable'

export type MenuName = 'file' | 'edit' | 'insert' | 'format' | 'table' | 'view' | 'article' | 'help'

/** The menus in their order. */
export const MENU_NAMES: readonly MenuName[] = [
  'file',
  'edit',
  'insert',
  'format',
  'table',
  'view',
  'article',
  'help',
]

interface CommandShape {
  readonly id: string
  readonly menu: MenuName
  /** Commands of one group stand together; a separator parts the groups. */
  readonly group: number
  /**
   * `Mod` is Cmd on macOS and Ctrl elsewhere; parts joined by `-`, key last (CodeMirror's notation).
   * Null: none.
   */
  readonly shortcut: string | null
  readonly when: CommandCondition
  /** True: the menu shows a tick that follows the application's state. */
  readonly checkable?: boolean
  /** Native menus use this role, so that it also works in dialogs' text fields. */
  readonly role?: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll'
  /** Only this shell has it. */
  readonly shell?: 'desktop'
  /** Shown in the toolbar above the source. */
  readonly toolbar?: boolean
}

/**
 * Every action of the application, once: menus (native and in the page), toolbar, key bindings and the
 * command palette are all made from this table. Titles are in the catalogue under `command.<id>`.
 */
export const COMMANDS = [
  { id: 'file.new', menu: 'file', group: 0, shortcut: 'Mod-n', when: 'always' },
  { id: 'file.open', menu: 'file', group: 0, shortcut: 'Mod-o', when: 'always' },
  { id: 'file.quickOpen', menu: 'file', group: 0, shortcut: 'Mod-p', when: 'always' },
  { id: 'file.newWindow', menu: 'file', group: 0, shortcut: 'Mod-Shift-n', when: 'always' },
  { id: 'file.openFolder', menu: 'file', group: 0, shortcut: 'Mod-Alt-o', when: 'always' },
  { id: 'file.save', menu: 'file', group: 1, shortcut: 'Mod-s', when: 'hasArticle' },
  { id: 'file.saveAs', menu: 'file', group: 1, shortcut: 'Mod-Shift-s', when: 'hasArticle' },
  { id: 'file.saveAll', menu: 'file', group: 1, shortcut: 'Mod-Alt-s', when: 'hasArticle' },
  { id: 'file.autosaveOff', menu: 'file', group: 2, shortcut: null, when: 'always', checkable: true },
  { id: 'file.autosavePause', menu: 'file', group: 2, shortcut: null, when: 'always', checkable: true },
  { id: 'file.autosaveFocus', menu: 'file', group: 2, shortcut: null, when: 'always', checkable: true },
  { id: 'file.print', menu: 'file', group: 3, shortcut: 'Mod-Alt-p', when: 'hasArticle' },
  { id: 'file.exportHtml', menu: 'file', group: 3, shortcut: null, when: 'hasArticle' },
  { id: 'file.exportPdf', menu: 'file', group: 3, shortcut: null, when: 'hasArticle' },
  { id: 'file.moveToWindow', menu: 'file', group: 4, shortcut: null, when: 'hasArticle' },
  { id: 'file.close', menu: 'file', group: 4, shortcut: 'Mod-w', when: 'hasArticle' },
  { id: 'file.reopenClosed', menu: 'file', group: 4, shortcut: 'Mod-Shift-t', when: 'always' },
  { id: 'file.closeFolder', menu: 'file', group: 4, shortcut: null, when: 'always' },
  { id: 'file.settings', menu: 'file', group: 5, shortcut: 'Mod-,', when: 'always' },
  { id: 'edit.undo', menu: 'edit', group: 0, shortcut: 'Mod-z', when: 'editable', role: 'undo' },
  { id: 'edit.redo', menu: 'edit', group: 0, shortcut: 'Mod-Shift-z', when: 'editable', role: 'redo' },
  {
    id: 'edit.pastePlain',
    menu: 'edit',
    group: 0,
    shortcut: 'Mod-Shift-v',
    when: 'editable',
    role: 'pasteAndMatchStyle',
  },
  { id: 'edit.copyAsHtml', menu: 'edit', group: 0, shortcut: null, when: 'hasArticle' },
  { id: 'edit.find', menu: 'edit', group: 1, shortcut: 'Mod-f', when: 'hasArticle' },
  { id: 'edit.replace', menu: 'edit', group: 1, shortcut: 'Mod-Alt-f', when: 'editable' },
  { id: 'edit.goToLine', menu: 'edit', group: 1, shortcut: 'Mod-g', when: 'hasArticle' },
  { id: 'edit.matchingTag', menu: 'edit', group: 1, shortcut: 'Mod-Shift-\\', when: 'hasArticle' },
  { id: 'edit.comment', menu: 'edit', group: 2, shortcut: 'Mod-/', when: 'editable' },
  { id: 'edit.moveLineUp', menu: 'edit', group: 2, shortcut: 'Alt-ArrowUp', when: 'editable' },
  { id: 'edit.moveLineDown', menu: 'edit', group: 2, shortcut: 'Alt-ArrowDown', when: 'editable' },
  { id: 'edit.duplicateLine', menu: 'edit', group: 2, shortcut: 'Alt-Shift-ArrowDown', when: 'editable' },
  { id: 'edit.deleteLine', menu: 'edit', group: 2, shortcut: 'Mod-Shift-k', when: 'editable' },
  { id: 'insert.link', menu: 'insert', group: 0, shortcut: 'Mod-k', when: 'editable', toolbar: true },
  { id: 'insert.image', menu: 'insert', group: 0, shortcut: 'Mod-Shift-i', when: 'editable', toolbar: true },
  { id: 'insert.imageFile', menu: 'insert', group: 0, shortcut: null, when: 'editable' },
  { id: 'insert.table', menu: 'insert', group: 1, shortcut: null, when: 'editable', toolbar: true },
  { id: 'insert.codeBlock', menu: 'insert', group: 1, shortcut: null, when: 'editable', toolbar: true },
  { id: 'insert.rule', menu: 'insert', group: 1, shortcut: null, when: 'editable' },
  { id: 'insert.footnote', menu: 'insert', group: 2, shortcut: 'Mod-Shift-6', when: 'editable' },
  { id: 'insert.maths', menu: 'insert', group: 2, shortcut: 'Mod-Shift-4', when: 'editable' },
  { id: 'insert.mathsBlock', menu: 'insert', group: 2, shortcut: null, when: 'editable' },
  { id: 'format.bold', menu: 'format', group: 0, shortcut: 'Mod-b', when: 'editable', toolbar: true },
  { id: 'format.italic', menu: 'format', group: 0, shortcut: 'Mod-i', when: 'editable', toolbar: true },
  {
    id: 'format.strikethrough',
    menu: 'format',
    group: 0,
    shortcut: 'Mod-Shift-x',
    when: 'editable',
    toolbar: true,
  },
  { id: 'format.code', menu: 'format', group: 0, shortcut: 'Mod-e', when: 'editable', toolbar: true },
  { id: 'format.heading', menu: 'format', group: 1, shortcut: 'Mod-Alt-h', when: 'editable', toolbar: true },
  { id: 'format.quote', menu: 'format', group: 1, shortcut: 'Mod-Shift-.', when: 'editable', toolbar: true },
  {
    id: 'format.bulletList',
    menu: 'format',
    group: 2,
    shortcut: 'Mod-Shift-8',
    when: 'editable',
    toolbar: true,
  },
  {
    id: 'format.orderedList',
    menu: 'format',
    group: 2,
    shortcut: 'Mod-Shift-7',
    when: 'editable',
    toolbar: true,
  },
  {
    id: 'format.taskList',
    menu: 'format',
    group: 2,
    shortcut: 'Mod-Shift-9',
    when: 'editable',
    toolbar: true,
  },
  { id: 'format.heading1', menu: 'format', group: 3, shortcut: 'Mod-1', when: 'editable' },
  { id: 'format.heading2', menu: 'format', group: 3, shortcut: 'Mod-2', when: 'editable' },
  { id: 'format.heading3', menu: 'format', group: 3, shortcut: 'Mod-3', when: 'editable' },
  { id: 'format.heading4', menu: 'format', group: 3, shortcut: 'Mod-4', when: 'editable' },
  { id: 'format.heading5', menu: 'format', group: 3, shortcut: 'Mod-5', when: 'editable' },
  { id: 'format.heading6', menu: 'format', group: 3, shortcut: 'Mod-6', when: 'editable' },
  { id: 'format.wrapTag', menu: 'format', group: 4, shortcut: 'Alt-Shift-w', when: 'editable' },
  { id: 'table.rowAbove', menu: 'table', group: 0, shortcut: 'Mod-Shift-Enter', when: 'inTable' },
  { id: 'table.rowBelow', menu: 'table', group: 0, shortcut: 'Mod-Enter', when: 'inTable' },
  { id: 'table.columnLeft', menu: 'table', group: 0, shortcut: null, when: 'inTable' },
  { id: 'table.columnRight', menu: 'table', group: 0, shortcut: null, when: 'inTable' },
  { id: 'table.moveRowUp', menu: 'table', group: 1, shortcut: null, when: 'inTable' },
  { id: 'table.moveRowDown', menu: 'table', group: 1, shortcut: null, when: 'inTable' },
  { id: 'table.moveColumnLeft', menu: 'table', group: 1, shortcut: null, when: 'inTable' },
  { id: 'table.moveColumnRight', menu: 'table', group: 1, shortcut: null, when: 'inTable' },
  { id: 'table.deleteRow', menu: 'table', group: 2, shortcut: 'Mod-Shift-Backspace', when: 'inTable' },
  { id: 'table.deleteColumn', menu: 'table', group: 2, shortcut: null, when: 'inTable' },
  { id: 'table.alignLeft', menu: 'table', group: 3, shortcut: null, when: 'inTable' },
  { id: 'table.alignCenter', menu: 'table', group: 3, shortcut: null, when: 'inTable' },
  { id: 'table.alignRight', menu: 'table', group: 3, shortcut: null, when: 'inTable' },
  { id: 'table.format', menu: 'table', group: 4, shortcut: null, when: 'inTable' },
  { id: 'view.both', menu: 'view', group: 0, shortcut: 'Mod-Alt-1', when: 'hasArticle', checkable: true },
  { id: 'view.source', menu: 'view', group: 0, shortcut: 'Mod-Alt-2', when: 'hasArticle', checkable: true },
  { id: 'view.preview', menu: 'view', group: 0, shortcut: 'Mod-Alt-3', when: 'hasArticle', checkable: true },
  { id: 'view.zen', menu: 'view', group: 1, shortcut: 'Mod-Alt-4', when: 'hasArticle', checkable: true },
  { id: 'view.sidebar', menu: 'view', group: 1, shortcut: 'Mod-\\', when: 'always', checkable: true },
  {
    id: 'view.rawFrontMatter',
    menu: 'view',
    group: 1,
    shortcut: 'Mod-Alt-m',
    when: 'hasArticle',
    checkable: true,
  },
  { id: 'view.articles', menu: 'view', group: 2, shortcut: 'Mod-Shift-e', when: 'always' },
  { id: 'view.outline', menu: 'view', group: 2, shortcut: 'Mod-Shift-o', when: 'always' },
  { id: 'view.problems', menu: 'view', group: 2, shortcut: 'Mod-Shift-m', when: 'always' },
  { id: 'view.lineNumbers', menu: 'view', group: 3, shortcut: null, when: 'always', checkable: true },
  { id: 'view.lineWrapping', menu: 'view', group: 3, shortcut: 'Alt-z', when: 'always', checkable: true },
  { id: 'view.focusMode', menu: 'view', group: 3, shortcut: 'F8', when: 'always', checkable: true },
  { id: 'view.typewriterMode', menu: 'view', group: 3, shortcut: 'F9', when: 'always', checkable: true },
  { id: 'view.scrollSync', menu: 'view', group: 3, shortcut: null, when: 'always', checkable: true },
  { id: 'view.fold', menu: 'view', group: 4, shortcut: 'Mod-Shift-[', when: 'hasArticle' },
  { id: 'view.unfold', menu: 'view', group: 4, shortcut: 'Mod-Shift-]', when: 'hasArticle' },
  { id: 'view.foldAll', menu: 'view', group: 4, shortcut: 'Mod-Alt-[', when: 'hasArticle' },
  { id: 'view.unfoldAll', menu: 'view', group: 4, shortcut: 'Mod-Alt-]', when: 'hasArticle' },
  { id: 'view.themeSystem', menu: 'view', group: 5, shortcut: null, when: 'always', checkable: true },
  { id: 'view.themeLight', menu: 'view', group: 5, shortcut: null, when: 'always', checkable: true },
  { id: 'view.themeDark', menu: 'view', group: 5, shortcut: null, when: 'always', checkable: true },
  { id: 'view.highContrast', menu: 'view', group: 6, shortcut: null, when: 'always', checkable: true },
  { id: 'view.zoomIn', menu: 'view', group: 7, shortcut: 'Mod-=', when: 'always' },
  { id: 'view.zoomOut', menu: 'view', group: 7, shortcut: 'Mod--', when: 'always' },
  { id: 'view.zoomReset', menu: 'view', group: 7, shortcut: 'Mod-0', when: 'always' },
  { id: 'view.previewZoomIn', menu: 'view', group: 7, shortcut: 'Mod-Alt-=', when: 'always' },
  { id: 'view.previewZoomOut', menu: 'view', group: 7, shortcut: 'Mod-Alt--', when: 'always' },
  { id: 'view.previewZoomReset', menu: 'view', group: 7, shortcut: 'Mod-Alt-0', when: 'always' },
  { id: 'view.nextPane', menu: 'view', group: 8, shortcut: 'F6', when: 'always' },
  { id: 'view.previousPane', menu: 'view', group: 8, shortcut: 'Shift-F6', when: 'always' },
  { id: 'view.nextTab', menu: 'view', group: 8, shortcut: 'Ctrl-PageDown', when: 'hasArticle' },
  { id: 'view.previousTab', menu: 'view', group: 8, shortcut: 'Ctrl-PageUp', when: 'hasArticle' },
  { id: 'article.addField', menu: 'article', group: 0, shortcut: null, when: 'editable' },
  { id: 'article.repair', menu: 'article', group: 0, shortcut: null, when: 'editable' },
  { id: 'article.toMarkdown', menu: 'article', group: 1, shortcut: null, when: 'editable' },
  { id: 'article.toHtml', menu: 'article', group: 1, shortcut: null, when: 'editable' },
  { id: 'article.format', menu: 'article', group: 1, shortcut: null, when: 'editable' },
  { id: 'article.doctor', menu: 'article', group: 1, shortcut: null, when: 'editsHtml' },
  { id: 'article.loadImages', menu: 'article', group: 2, shortcut: null, when: 'hasArticle' },
  { id: 'article.history', menu: 'article', group: 3, shortcut: null, when: 'hasArticle' },
  { id: 'help.commands', menu: 'help', group: 0, shortcut: 'Mod-Shift-p', when: 'always' },
  { id: 'help.shortcuts', menu: 'help', group: 0, shortcut: 'F1', when: 'always' },
  { id: 'help.sample', menu: 'help', group: 0, shortcut: null, when: 'always' },
  { id: 'help.markdown', menu: 'help', group: 0, shortcut: null, when: 'always' },
  { id: 'help.frontMatter', menu: 'help', group: 0, shortcut: null, when: 'always' },
  { id: 'help.english', menu: 'help', group: 1, shortcut: null, when: 'always', checkable: true },
  { id: 'help.chinese', menu: 'help', group: 1, shortcut: null, when: 'always', checkable: true },
  { id: 'help.updates', menu: 'help', group: 2, shortcut: null, when: 'always', shell: 'desktop' },
  { id: 'help.log', menu: 'help', group: 2, shortcut: null, when: 'always' },
  { id: 'help.about', menu: 'help', group: 2, shortcut: null, when: 'always' },
] as const satisfies readonly CommandShape[]

export type CommandId = (typeof COMMANDS)[number]['id']
export type CommandSpec = CommandShape & { readonly id: CommandId }
