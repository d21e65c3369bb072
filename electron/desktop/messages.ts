import type { Settings } from '../../core/settings.ts'

const en = {
  articles: 'Articles',
  allFiles: 'All files',
  file: 'File',
  edit: 'Edit',
  newArticle: 'New Article',
  newWindow: 'New Window',
  openArticle: 'Open…',
  openRecent: 'Open Recent',
  closeWindow: 'Close Window',
  quit: 'Quit',
  quitGalley: 'Quit Galley',
  services: 'Services',
  hide: 'Hide Galley',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  window: 'Window',
  minimise: 'Minimise',
  zoomWindow: 'Zoom',
  bringToFront: 'Bring All to Front',
  fullScreen: 'Full Screen',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste as Plain Text',
  selectAll: 'Select All',
  lookUp: 'Look Up “{text}”',
  noSuggestions: 'No suggestions',
  learnWord: 'Add to Dictionary',
  crashed: 'The window of Galley has stopped working.',
  crashedDetail: 'What you typed is in the recovery journal. Load the window again to go on.',
  hangs: 'The window of Galley does not answer.',
  hangsDetail:
    'You can wait, or load it again. What you typed until a second ago is in the recovery journal.',
  reload: 'Load again',
  close: 'Close',
  wait: 'Wait',
}

/** What the desktop shell itself says: native dialogs and the few menu items it adds. */
export type Messages = Readonly<typeof en>

const zhCN: Messages = {
  articles: '文章',
  allFiles: '所有文件',
  file: '文件',
  edit: '编辑',
  newArticle: '新建文章',
  newWindow: '新建窗口',
  openArticle: '打开…',
  openRecent: '打开最近的文章',
  closeWindow: '关闭窗口',
  quit: '退出',
  quitGalley: '退出 Galley',
  services: '服务',
  hide: '隐藏 Galley',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  window: '窗口',
  minimise: '最小化',
  zoomWindow: '缩放',
  bringToFront: '前置全部窗口',
  fullScreen: '全屏',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pastePlain: '粘贴为纯文本',
  selectAll: '全选',
  lookUp: '查询“{text}”',
  noSuggestions: '没有建议',
  learnWord: '添加到词典',
  crashed: 'Galley 的窗口已停止工作。',
  crashedDetail: '您输入的内容已保存在恢复日志中。重新载入窗口即可继续。',
  hangs: 'Galley 的窗口没有响应。',
  hangsDetail: '您可以继续等待，也可以重新载入。一秒钟之前输入的内容都已保存在恢复日志中。',
  reload: '重新载入',
  close: '关闭',
  wait: '等待',
}

/** The messages in the chosen language; `locale` (BCP 47) decides when the system's is wanted. */
export function messagesFor(language: Settings['language'], locale: string): Messages {
  const wanted = language === 'system' ? locale : language
  return wanted.toLowerCase().startsWith('zh') ? zhCN : en
}
