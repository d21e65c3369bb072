import { regexpMatches, type RegexpSearch } from './regexp-matches.ts'

/** Looks for a regular expression where nothing waits for it: the one who asks ends it when it takes too long. */
self.onmessage = ({ data }: MessageEvent<RegexpSearch>) => {
  const found = regexpMatches(data)
  self.postMessage(found, { transfer: [found.ranges.buffer] })
}
