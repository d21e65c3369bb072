/** Chinese for `en/errors.ts`. */
export const errors = {
  'error.badRequest': 'Galley 无法理解此请求。请将其作为缺陷反馈。',
  'error.unknownMethod': 'Galley 的这一部分比页面旧。请关闭 Galley 后重新启动。',
  'error.unsupported': '此处不提供该功能。',
  'error.notFound': '“{name}”已不存在。请检查它是否被移动、重命名或删除。',
  'error.isFolder': '“{name}”是文件夹。请选择其中的文件。',
  'error.notRegularFile': '“{name}”是设备或管道，不是文件。请选择普通文件。',
  'error.noPermission': '没有访问“{name}”的权限。请修改其权限，或用“另存为”把文字保存到别处。',
  'error.tooLarge': '“{name}”太大，无法编辑：共 {bytes} 字节，上限为 {limit} 字节。请拆分成较小的文件。',
  'error.binaryFile': '“{name}”不是文本文件。请用对应的程序打开。',
  'error.damagedEncoding':
    '从第 {byte} 个字节起，内容不符合其编码（{encoding}）。为保持文件原样，已以只读方式打开：请换一种编码重新打开，或将修复后的副本另存为其他名称。',
  'error.unencodable':
    '未保存：{encoding} 无法表示 {count} 个字符：{characters}。请改存为 UTF-8，或替换这些字符。',
  'error.changedOnDisk':
    '未保存：其他程序已修改磁盘上的“{name}”。请比较两个版本，然后保留自己的或采用对方的。',
  'error.deletedOnDisk':
    '未保存：“{name}”已不在磁盘上。文字仍保留在此处：再次保存即可重建该文件，也可以用“另存为”。',
  'error.alreadyExists': '“{name}”已存在。请换一个名称，或替换它。',
  'error.folderMissing': '未保存：文件夹“{folder}”已不存在。请用“另存为”选择其他文件夹。',
  'error.diskGone':
    '未保存：“{name}”所在的磁盘已断开，文件夹“{folder}”现在位于另一磁盘上。请重新连接该磁盘，或用“另存为”；再次保存则会把文件写入此文件夹。',
  'error.readOnly': '“{name}”是只读文件。请将其设为可写，或用“另存为”把文字保存到别处。',
  'error.diskFull': '未保存：磁盘已满。磁盘上的文件保持原样。请腾出空间后再次保存，或另存到其他磁盘。',
  'error.badName': '“{name}”不能用作文件名。请换一个较短的名称，并避免 : * ? " < > | 等字符。',
  'error.linkLoop': '“{name}”是指回自身的链接。请选择它本应指向的文件。',
  'error.brokenLink': '“{name}”是链接，但它指向的文件不存在：{target}。请恢复该文件，或删除此链接。',
  'error.notSaved':
    '未保存：磁盘上“{name}”的内容与写入的不一致。文字仍保留在此处：请再次保存，或用“另存为”。',
  'error.noBackup':
    '未保存：“{name}”只能就地写入，而 Galley 自己的文件夹无法存放为此所需的备份（{reason}）。请腾出磁盘空间或将该文件夹设为可写，也可以用“另存为”。',
  'error.damagedInPlace':
    '未保存：写入“{name}”时磁盘出错，且无法恢复其原有内容。原有内容保存在 {backup}。文字仍保留在此处：请用“另存为”保存到其他磁盘。',
  'error.tagsLost':
    '“{name}”已保存，但其他程序为它设置的标签或访问控制列表已丢失：要保住它们需先备份，而 Galley 自己的文件夹无法存放备份（{reason}）。请腾出磁盘空间或将该文件夹设为可写，然后为文件重新设置标签。',
  'error.dataFolder':
    'Galley 无法使用自己的文件夹“{path}”（{reason}）。文章仍可打开和保存，但设置、历史版本和尚未保存的内容无法留存。请腾出磁盘空间，或将该文件夹设为可写。',
  'error.damagedJournal':
    '有一份输入后未保存的文字无法恢复：其记录已损坏。该记录保留为“{path}”，其中可能仍有部分文字可读。',
  'error.ioError': '磁盘在处理“{name}”时报告错误（{reason}）。文字仍保留在此处：请重试，或另存到其他磁盘。',
  'error.notAllowed': 'Galley 只打开文章中的网页和邮件地址。此地址未被打开。',
  'error.notAnImage': '“{name}”不是网页能显示的图片。请选择 PNG、JPEG、GIF、WebP、AVIF 或 SVG 文件。',
  'error.imageTooLarge': '“{name}”对文章来说太大：{bytes} 字节，上限为 {limit} 字节。请先缩小图片。',
  'error.settingsInvalid':
    '设置文件中有 Galley 不认识的内容，已改用默认值（{fields}）。原文件保留为“{kept}”。',
  'error.disconnected': '与 Galley 的连接已断开。文字保留在此页面中。',
  'error.pageBlocked': '浏览器没有允许打开新页面。请允许此地址弹出窗口，然后重试。',
  'error.internal': 'Galley 内部出错。文字仍保留：请重试；若问题依旧，请反馈。',
} as const
