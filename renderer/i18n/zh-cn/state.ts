import type { state as source } from '../en/state.ts'

export const state = {
  'state.untitled': '未命名 {n}',
  'state.openInOtherTab': '“{name}”已在另一个标签页中打开。请换一个名称，或先关闭那个标签页。',
  'state.journalFailed': '当前输入的内容暂时无法防止因崩溃而丢失：{reason}请保存文章。',
  'state.linkNotOpened': '预览不会打开此链接：{address}',
  'state.nothingToRepair': 'Front Matter 中没有可以安全修复的问题。',
  'menu.cut': '剪切',
  'menu.copy': '复制',
  'menu.paste': '粘贴',
  'menu.selectAll': '全选',
} satisfies Record<keyof typeof source, string>
