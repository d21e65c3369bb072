import type { desktop as en } from '../en/desktop.ts'

export const desktop: Record<keyof typeof en, string> = {
  'command.file.newWindow': '新建窗口',
  'command.file.moveToWindow': '将文章移到新窗口',
}
