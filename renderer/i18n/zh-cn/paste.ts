import type { paste as en } from '../en/paste.ts'

export const paste = {
  'command.edit.pastePlain': '粘贴为纯文本',
  'command.edit.copyAsHtml': '复制为富文本',
  'command.insert.imageFile': '从文件插入图片…',
  'paste.saveFirst': '图片会放在文章旁边，所以请先保存文章。',
  'paste.notSaved': '文章没有保存，因此没有插入图片。',
  'paste.cancelled': '没有插入图片。',
  'paste.imagesInside':
    '文章还没有所在的文件夹，粘贴的图片暂时写在正文里。先保存文章再粘贴，图片就会存成文件。',
  'paste.imagesLost': '有 {count} 张图片留在原来的程序里，没能一起粘贴。请单独复制并粘贴这些图片。',
  'paste.useKeys': '浏览器不允许页面读取剪贴板。请按 Ctrl+Shift+V（Mac 上按 ⇧⌘V）。',
  'paste.keeping': '正在添加“{name}”：{done} / {total} MB',
  'paste.copied': '已复制为富文本。',
  'paste.notCopied': '剪贴板不可用。',
  'drop.copy':
    '浏览器不会告知“{name}”的位置，所以这里打开的是一份未保存的副本。要编辑原文件，请用“文件 › 打开”。',
  'drop.notOpened': '“{name}”既不是文章也不是图片，没有打开。',
  'drop.folder': '浏览器不会告知文件夹“{name}”的位置。请用“文件 › 打开文件夹”，或在启动 Galley 时指定它。',
  'drop.imageNeedsArticle': '请先打开一篇文章：图片会放在文章旁边。',
} as const satisfies Record<keyof typeof en, string>
