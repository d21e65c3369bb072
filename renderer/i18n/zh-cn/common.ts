import type { common as source } from '../en/common.ts'

export const common = {
  'common.cancel': '取消',
  'common.close': '关闭',
  'common.save': '保存',
  'common.open': '打开',
  'common.dismiss': '关闭提示',
  'common.keepMine': '保留我的',
  'common.takeTheirs': '采用磁盘上的',
  'common.line': '第 {line} 行',
  'common.name': '{label}：{value}',
  'common.between': '、',
} satisfies Record<keyof typeof source, string>
