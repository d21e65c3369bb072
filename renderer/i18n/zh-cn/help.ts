import type { help as source } from '../en/help.ts'

export const help = {
  'help.markdown': 'Markdown 参考',
  'help.frontMatter': 'Front Matter 参考',
  'help.search': '搜索',
  'help.sections': '章节',
  'help.found': '{n, plural, one {找到 # 节} other {找到 # 节}}',
  'help.field': '字段',
  'help.meaning': '含义',
  'about.data': '数据存放位置',
  'about.dataText': '文章留在你存放的地方。设置、历史版本和防崩溃的备份在这个文件夹里：',
  'about.showFolder': '打开文件夹',
  'about.components': '所用组件',
  'about.componentsText': 'Galley 建立在他人的工作之上。各组件的许可证：',
} satisfies Record<keyof typeof source, string>
