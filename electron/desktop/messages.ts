import type { Settings } from '../../core/settings.ts'

const en = {
  articles: 'Articles',
  allFiles: 'All files',
  quit: 'Quit',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
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
  quit: '退出',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
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
