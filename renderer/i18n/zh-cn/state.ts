import type { state as source } from '../en/state.ts'

export const state = {
  'state.untitled': '未命名 {n}',
  'state.openInOtherTab': '“{name}”已在另一个标签页中打开。请换一个名称，或先关闭那个标签页。',
  'state.journalFailed': '当前输入的内容暂时无法防止因崩溃而丢失：{reason}请保存文章。',
  'state.linkNotOpened': '预览不会打开此链接：{address}',
  'state.nothingToRepair': 'Front Matter 中没有可以安全修复的问题。',
  'state.viewReadOnly': '以只读方式查看',
  'state.forgetRecent': '从列表中移除',
  'state.partNotSaved': '这里只显示“{name}”的一部分，不能保存：否则其余内容会丢失。',
  'state.noAncestor': '两个版本的共同来源未知，无法合并。现将两者并排显示。',
  'state.merged': '已合并：“{name}”现在包含你的修改和磁盘上的修改。撤销可恢复你的文字。',
  'state.copied': '已复制：全文已放到剪贴板。',
  'state.notCopied': '浏览器不允许复制。请选中文字后按 Ctrl+C。',
  'state.noHistory': '文章保存之后才有历史。',
  'state.repairedName': '{stem}（已修复）{extension}',
  'state.sampleName': '示例文章',
  'menu.cut': '剪切',
  'menu.copy': '复制',
  'menu.paste': '粘贴',
  'menu.selectAll': '全选',
  'state.languageNotLoaded': '无法载入这种语言。请重新启动 Galley 后再选一次。',
} satisfies Record<keyof typeof source, string>
