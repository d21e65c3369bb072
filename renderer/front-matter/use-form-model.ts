import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import type { TextEdit } from '../../core/article/text-edit.ts'
import type { Problem } from '../../core/checks/problem.ts'
import type { FolderContext } from '../../core/contract.ts'
import { FrontMatterEditError } from '../../core/front-matter/edit-error.ts'
import { readDate } from '../../core/front-matter/dates/read-date.ts'
import type { FrontMatter } from '../../core/front-matter/model.ts'
import type { SchemaName } from '../../core/front-matter/schemas/schema.ts'
import { readSchemaConfig } from '../../core/front-matter/schemas/read-schema-config.ts'
import { schemaFor } from '../../core/front-matter/schemas/schema-for.ts'
import { PLAIN_NOTATION } from './date-now.ts'
import type { AddedImage, FormModel, MakeEdits, Refusals } from './form-context.ts'

/** What the form needs of the article. */
export interface FormArticle {
  /** With spans into the whole text. */
  readonly frontMatter: FrontMatter
  readonly context: FolderContext | null
  /** File name of the article, to find the pictures in a folder named like it. */
  readonly articleName?: string
  /** The schema the writer chose for the site or folder; null: its marker files choose. */
  readonly chosenSchema: SchemaName | null
  readonly onChooseSchema: (schema: SchemaName | null) => void
  readonly readOnly: boolean
  readonly remoteImages: boolean
  /** Text of the article now (normalised to \n). */
  readonly getText: () => string
  /** Applies minimal edits to the one document; edits with one group made in a row join into one undo step. */
  readonly edit: (edits: readonly TextEdit[], group: string) => void
  /** The writer asked to see this one picture from the network. */
  readonly onLoadRemoteImage?: (address: string) => void
  /** Whether the writer has asked for this picture before. */
  readonly remoteWasShown?: (address: string) => boolean
  /** Keeps a picture that the writer chose or dropped where the article's site keeps its pictures. */
  readonly onAddImage: (file: File) => Promise<AddedImage>
}

interface FormState {
  readonly model: FormModel
  readonly refusals: Refusals
  /** What a screen reader is to say. */
  readonly announcement: string
  readonly element: RefObject<HTMLFormElement | null>
  /** What of the folder's `galley.json` cannot be used. */
  readonly configProblems: readonly Problem[]
  /** The schema that counts while the writer chooses none; null when `galley.json` replaces them all. */
  readonly automaticSchema: SchemaName | null
}

const NO_CONFIG: ReturnType<typeof readSchemaConfig> = { config: null, problems: [] }

/** What the controls of a form share, and what the form itself keeps: refused edits and where the focus goes. */
export function useFormModel(props: FormArticle): FormState {
  const { frontMatter, context, articleName = '', chosenSchema, readOnly, remoteImages } = props
  const element = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState<Refusals>(new Map())
  const [announcement, announce] = useState('')
  const latest = useRef(props)
  const steps = useRef(0)
  useLayoutEffect(() => {
    latest.current = props
  })

  const write = useCallback((path: string, how: 'typing' | 'step', make: MakeEdits): boolean => {
    const { getText, edit, readOnly } = latest.current
    if (readOnly) return false
    try {
      const edits = make(getText())
      setRefusals((now) => without(now, path))
      const group = how === 'typing' ? `form:${path}` : `form:${path}#${++steps.current}`
      if (edits.length > 0) edit(edits, group)
      return true
    } catch (error) {
      if (!(error instanceof FrontMatterEditError)) throw error
      setRefusals((now) => new Map(now).set(path, error.code))
      return false
    }
  }, [])

  const focusSoon = useFocusSoon(element)
  const chipHelpId = useId()
  const generator = context?.generator ?? null
  const configText = context?.config?.text ?? null
  const read = useMemo(() => (configText === null ? NO_CONFIG : readSchemaConfig(configText)), [configText])
  const schema = useMemo(
    () => schemaFor(generator, read.config, chosenSchema),
    [generator, read, chosenSchema],
  )
  const automaticSchema = read.config?.base === 'none' ? null : schemaFor(generator, read.config).name
  const dateExample = useMemo(() => exampleDate(frontMatter), [frontMatter])
  const model = useMemo(
    (): FormModel => ({
      readOnly,
      fixable: !readOnly,
      remoteImages,
      context,
      articleName,
      schema,
      dateExample,
      chipHelpId,
      write,
      announce,
      focusSoon,
      getText: () => latest.current.getText(),
      loadRemoteImage: (address) => latest.current.onLoadRemoteImage?.(address),
      remoteWasShown: (address) => latest.current.remoteWasShown?.(address) ?? false,
      addImage: (file) => latest.current.onAddImage(file),
    }),
    [readOnly, remoteImages, context, articleName, schema, dateExample, chipHelpId, write, focusSoon],
  )
  return { model, refusals, announcement, element, configProblems: read.problems, automaticSchema }
}

function without(refusals: Refusals, path: string): Refusals {
  return refusals.has(path) ? new Map([...refusals].filter(([one]) => one !== path)) : refusals
}

function exampleDate({ fields }: FrontMatter): string {
  const texts = fields.map((field) => field.value).filter((value) => typeof value === 'string')
  return texts.find((text) => readDate(text) !== null) ?? PLAIN_NOTATION
}

/** Moves the focus to a field after the form has been drawn anew, as often as it takes until the field is there. */
function useFocusSoon(element: RefObject<HTMLFormElement | null>): FormModel['focusSoon'] {
  const wanted = useRef<{ readonly path: string; readonly what: 'control' | 'menu' } | null>(null)
  const [, draw] = useState(0)
  useEffect(() => {
    const form = element.current
    if (wanted.current === null || form === null) return
    const { path, what } = wanted.current
    const row = [...form.querySelectorAll<HTMLElement>('[data-path]')].find(
      (one) => one.dataset.path === path,
    )
    const target =
      path === ''
        ? form.querySelector<HTMLElement>('[data-add-field=""] input')
        : row?.querySelector<HTMLElement>(what === 'menu' ? '.fm-menu-button' : '[id$="-control"]')
    if (!target) return
    wanted.current = null
    target.focus()
  })
  return useCallback((path, what) => {
    wanted.current = { path, what }
    draw((count) => count + 1)
  }, [])
}
