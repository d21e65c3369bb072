/** A package inside Galley, as `licences.json` beside the pages lists them: an array of these, by name. */
export interface Licence {
  readonly name: string
  readonly version: string
  /** Its SPDX expression; `''` where the package names none. */
  readonly licence: string
  /** The text of its licence file; `''` where the package holds none. */
  readonly text: string
}
