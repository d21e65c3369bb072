import type { common as source } from '../en/common.ts'

export const common = {
  'common.cancel': '取消',
  'common.close': '关闭',
  'common.ok': '好',
} satisfies Record<keyof typeof source, string>
