/**
 * Why an edit of front matter was refused; the text is then left as it was.
 * `noSuchField`: no field at that path. `noFrontMatter`: the article has none. `exists`: the new key is taken.
 * `alias`: the value is a YAML alias, which is shown and not edited. `inUse`: an anchor in it is used elsewhere.
 * `notAList`, `notAMap`: the operation needs a list or a map there. `badIndex`: no such place in it.
 * `unparsable`: an error in the front matter stands in the way. `unsupported`: the format cannot hold the value.
 * `lastField`: without its only field the block would be no front matter any more.
 * `unsafe`: no way of writing was found that would leave everything else as it is.
 */
export type EditErrorCode =
  | 'noSuchField'
  | 'noFrontMatter'
  | 'exists'
  | 'alias'
  | 'inUse'
  | 'notAList'
  | 'notAMap'
  | 'badIndex'
  | 'unparsable'
  | 'unsupported'
  | 'lastField'
  | 'unsafe'

/** An edit that cannot be made. `message` is an English sentence; `code` says why. */
export class FrontMatterEditError extends Error {
  readonly code: EditErrorCode

  constructor(code: EditErrorCode, message: string) {
    super(message)
    this.name = 'FrontMatterEditError'
    this.code = code
  }
}
