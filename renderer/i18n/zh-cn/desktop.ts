import type { desktop as en } from '../en/desktop.ts'

export const desktop: Record<keyof typeof en, string> = {
  'command.file.newWindow': '新建窗口',
  'command.file.moveToWindow': '将文章移到新窗口',
  'command.help.log': '显示日志',

  'log.title': '日志',
  'log.explain': 'Galley 内部的故障，只保存在这台电脑上。其中没有文章的内容，也从不发送。',
  'log.empty': '到目前为止没有出现故障。',
  'log.copy': '复制',

  'tabMenu.label': '文章 {name}',
  'tabMenu.close': '关闭',
  'tabMenu.closeOthers': '关闭其他',
  'tabMenu.closeAll': '全部关闭',
  'tabMenu.copyPath': '复制路径',
  'tabMenu.reveal': '在文件夹中显示',
  'tabMenu.moveToWindow': '移到新窗口',

  'previewMenu.label': '预览',
  'previewMenu.openLink': '打开链接',
  'previewMenu.copyLink': '复制链接地址',
  'previewMenu.copyImage': '复制图片地址',
  'previewMenu.copy': '复制',
  'previewMenu.selectAll': '全选',
  'previewMenu.showInSource': '在源文本中显示',
}
