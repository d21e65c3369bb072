/** The file a `data:` address of an image holds; null when it is none. */
export function dataFile(address: string): File | null {
  const found = /^data:image\/([a-z+.-]+)((?:;[^,;]+)*),/i.exec(address)
  if (!found) return null
  const [head, kind = '', parameters = ''] = found
  const extension = kind
    .toLowerCase()
    .replace(/^jpeg$/, 'jpg')
    .replace(/\+xml$/, '')
    .replace(/^(?:x-|vnd\.microsoft\.)icon$/, 'ico')
  const data = address.slice(head.length)
  try {
    const type = `image/${kind}`
    if (!/;base64$/i.test(parameters))
      return new File([decodeURIComponent(data)], `image.${extension}`, { type })
    const bytes = Uint8Array.from(atob(decodeURIComponent(data)), (sign) => sign.charCodeAt(0))
    return new File([bytes], `image.${extension}`, { type })
  } catch {
    return null // Neither base64 nor percent-encoded: no picture.
  }
}
