import type { Encoding } from '../../core/encodings.ts'
import { detectEncoding } from './encodings/detect.ts'
import { chooseEncoding } from './files/open-article.ts'
import type { ReadFile } from './files/read-file.ts'
import type { SavedArticle } from './files/save-article.ts'
import type { History } from './history/history.ts'
import type { SettingsStore } from './store/settings.ts'

/** What is remembered of articles beside their files: former versions, and encodings the bytes do not tell. */
export interface ArticleMemory {
  /** The encoding remembered of a file, if any; without settings none is. */
  encodingOf(realPath: string): Promise<Encoding | null>
  /** Keeps what a file was in its history, in the encoding it would be opened in, or else in `otherwise`. */
  keepFormer(realPath: string, file: ReadFile, otherwise: Encoding): Promise<void>
  /** Keeps what a save has replaced and what it has written. */
  keepSaved(saved: SavedArticle): Promise<void>
  /** Remembers the encoding of what was saved unless it is evident. */
  rememberEncoding(saved: SavedArticle): Promise<void>
}

/** A time of the file system in milliseconds. */
const milliseconds = (ns: bigint): number => Number(ns / 1_000_000n)

export function createArticleMemory(history: History, settings: SettingsStore): ArticleMemory {
  return {
    encodingOf: (realPath) =>
      settings.read().then(
        ({ encodings }) => encodings[realPath] ?? null,
        () => null, // `settings.read` itself says what is wrong with the settings.
      ),
    async keepFormer(realPath, { bytes, info }, otherwise) {
      const was = chooseEncoding(bytes, { chosen: null, remembered: await this.encodingOf(realPath) })
      const encoding = was.kind === 'text' ? was.encoding : otherwise
      await history.keep(realPath, bytes, encoding, milliseconds(info.mtimeNs))
    },
    async keepSaved({ request, receipt, bytes, former }) {
      const { realPath, version } = receipt
      if (former !== null) await this.keepFormer(realPath, former, request.encoding)
      await history.keep(realPath, bytes, request.encoding, milliseconds(BigInt(version.mtimeNs)))
    },
    async rememberEncoding({ request, receipt, bytes }) {
      const detected = detectEncoding(bytes)
      const evident = detected.kind === 'text' && detected.encoding === request.encoding
      await settings.rememberEncoding(receipt.realPath, evident ? null : request.encoding)
    },
  }
}
