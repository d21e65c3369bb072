import { createContext, useContext } from 'react'
import type { TextEdit } from '../../core/article/text-edit.ts'
import type { FolderContext } from '../../core/contract.ts'
import type { EditErrorCode } from '../../core/front-matter/edit-error.ts'
import type { Schema } from '../../core/front-matter/schemas/schema.ts'

/** Finds the edits for the text of the article as it is at that moment; may throw `FrontMatterEditError`. */
export type MakeEdits = (text: string) => readonly TextEdit[]

/** What became of a picture the writer chose: the address that names it now, or a sentence that says why not. */
export type AddedImage =
  { readonly ok: true; readonly reference: string } | { readonly ok: false; readonly reason: string }

/** The last refused edit of each field, by path; `''` is the form itself. */
export type Refusals = ReadonlyMap<string, EditErrorCode>

/** What every control of one form shares. Its functions stay the same from one render to the next. */
export interface FormModel {
  /** True: the controls below only show. */
  readonly readOnly: boolean
  /** False for a read-only article; a problem's fix may be there where its control only shows. */
  readonly fixable: boolean
  readonly remoteImages: boolean
  readonly context: FolderContext | null
  /** File name of the article; a folder named like it may hold its pictures. */
  readonly articleName: string
  readonly schema: Schema
  /** A date whose notation a new date takes. */
  readonly dateExample: string
  /** Id of the sentence that tells how chips are moved, edited and removed by keyboard. */
  readonly chipHelpId: string
  /**
   * Edits the article; true when it could be done. `typing` joins with the typing before it in the same field
   * into one undo step, `step` is an undo step of its own. A refusal is shown under the field at `path`.
   */
  readonly write: (path: string, how: 'typing' | 'step', make: MakeEdits) => boolean
  /** The text of the article now. */
  readonly getText: () => string
  /** Lets a screen reader say what just happened. */
  readonly announce: (sentence: string) => void
  /** Moves the focus to the field at `path` as soon as the form shows it. */
  readonly focusSoon: (path: string, what: 'control' | 'menu') => void
  readonly loadRemoteImage: (address: string) => void
  /** Whether the writer has asked to see this one picture before. */
  readonly remoteWasShown: (address: string) => boolean
  /** Keeps a picture where the article's site keeps its pictures. */
  readonly addImage: (file: File) => Promise<AddedImage>
}

export const FormContext = createContext<FormModel | null>(null)

/** The form around a control; throws outside one. */
export function useForm(): FormModel {
  const form = useContext(FormContext)
  if (!form) throw new Error('useForm outside a front matter form')
  return form
}
