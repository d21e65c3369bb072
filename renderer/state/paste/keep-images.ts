import type { KeptImage } from '../../../core/contract.ts'
import { MOST_IMAGE_BYTES } from '../../../core/image-pattern.ts'
import { fileBase64 } from '../../front-matter/file-base64.ts'
import type { Failure } from '../app-state.ts'
import type { Runtime } from '../runtime.ts'

/** Bytes per piece; a multiple of three, so that the pieces' base64 can be joined. */
const PIECE = 1_500_000
/** How long keeping may take before it is said, in milliseconds. */
const SAY_KEEPING = 400

/** What became of one file. */
export type KeptFile =
  | { readonly ok: true; readonly file: File; readonly image: KeptImage }
  | { readonly ok: false; readonly file: File; readonly failure: Failure }

/** Sends a file in pieces; null when it was cancelled. */
async function send(
  runtime: Runtime,
  article: string,
  file: File,
  signal: AbortSignal,
  sent: (bytes: number) => void,
): Promise<KeptFile | null> {
  const { bridge } = runtime
  if (file.size > MOST_IMAGE_BYTES) {
    const details = { name: file.name, bytes: file.size, limit: MOST_IMAGE_BYTES }
    return {
      ok: false,
      file,
      failure: { code: 'imageTooLarge', message: 'The image is too large.', details },
    }
  }
  const id = crypto.randomUUID()
  let length = 0
  for (let at = 0; at < Math.max(1, file.size); at += PIECE) {
    if (signal.aborted) {
      await bridge.call('asset.cancel', id)
      return null
    }
    const base64 = await fileBase64(file.slice(at, at + PIECE))
    const reply = await bridge.call('asset.part', id, length, base64)
    if (!reply.ok) return { ok: false, file, failure: reply }
    length += base64.length
    sent(Math.min(file.size, at + PIECE))
  }
  const kept = await bridge.call(
    'asset.keep',
    article,
    file.name === '' ? 'image.png' : file.name,
    id,
    length,
  )
  return kept.ok ? { ok: true, file, image: kept.value } : { ok: false, file, failure: kept }
}

/**
 * Keeps images where the article's folder keeps them, one after the other, and shows how far it is when that takes
 * long. Null when the writer cancelled: what was added by then is taken away again.
 */
export async function keepImages(
  runtime: Runtime,
  article: string,
  files: readonly File[],
): Promise<readonly KeptFile[] | null> {
  const { bridge, store } = runtime
  const controller = new AbortController()
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const kept: KeptFile[] = []
  let before = 0
  let name = files[0]?.name ?? ''
  let shown = false
  let done = 0
  const show = (): void => {
    shown = true
    store.patch({ transfer: { name, done, total, cancel: () => controller.abort() } })
  }
  const timer = setTimeout(show, SAY_KEEPING)
  try {
    for (const file of files) {
      name = file.name
      const result = await send(runtime, article, file, controller.signal, (bytes) => {
        done = before + bytes
        if (shown) show()
      }).catch((): KeptFile => {
        // The file is gone, or may not be read any more.
        const details = { name: file.name }
        return {
          ok: false,
          file,
          failure: { code: 'notFound', message: 'The file cannot be read.', details },
        }
      })
      if (result === null || controller.signal.aborted) {
        const added = [...kept, result].flatMap((one) =>
          one?.ok && one.image.created ? [one.image.path] : [],
        )
        if (added.length > 0) await bridge.call('asset.discard', added)
        return null
      }
      kept.push(result)
      before += file.size
    }
    return kept
  } finally {
    clearTimeout(timer)
    store.patch({ transfer: null })
  }
}
