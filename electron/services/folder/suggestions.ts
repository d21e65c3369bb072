/** Suggestions per key, most used first. */
export type Suggestions = Readonly<Record<string, readonly string[]>>

export function suggestFrom(folder: string, except: string): Promise<Suggestions> {
  return Promise.resolve(folder === except ? {} : {})
}
