import { ImagePlus } from 'lucide-react'
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { setField } from '../../core/front-matter/edit.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { imageAddress } from '../preview/image-address.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { ImageThumbnail } from './image-thumbnail.tsx'
import { shownText, TextControl } from './text-control.tsx'
import { useStanding } from './use-standing.ts'

/** Milliseconds an address of another host stands unchanged before its picture is asked for. */
const PAUSE = 1000

/** A picture's address and the picture itself; another one can be chosen, dropped or pasted. */
export function ImageControl(props: ControlProps) {
  const { field, id } = props
  const form = useForm()
  const t = useTranslate()
  const chooser = useRef<HTMLInputElement>(null)
  const [hovered, setHovered] = useState(false)
  const [adding, setAdding] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const address = shownText(field)
  const standing = useStanding(address, PAUSE)
  const found = imageAddress(address, form.context, form.articleName)
  const typed = found.kind === 'remote' && form.remoteImages && standing !== address
  // While an address is typed the picture before it stays.
  const pictured = typed ? standing : address
  const locked = form.readOnly || field.alias

  const add = async (file: File | undefined): Promise<void> => {
    if (file === undefined) {
      setRefusal(t('form.image.none'))
      return
    }
    setRefusal(null)
    setAdding(true)
    const added = await form.addImage(file)
    setAdding(false)
    if (!added.ok) setRefusal(added.reason)
    else if (form.write(field.path, 'step', (text) => setField(text, field.segments, added.reference))) {
      form.announce(t('form.image.added', { reference: added.reference }))
    }
  }
  const over = (event: DragEvent): void => {
    if (locked || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setHovered(true)
  }
  const drop = (event: DragEvent): void => {
    setHovered(false)
    if (locked || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    void add(pictureOf(event.dataTransfer.files))
  }
  const paste = (event: ClipboardEvent): void => {
    const picture = pictureOf(event.clipboardData.files)
    if (locked || picture === undefined) return
    event.preventDefault()
    void add(picture)
  }
  const noteId = `${id}-picture`
  const describedBy = [props['aria-describedby'], refusal === null ? undefined : noteId]
  return (
    <div
      className="fm-image"
      data-drop={hovered || undefined}
      aria-busy={adding || undefined}
      onDragOver={over}
      onDragLeave={() => setHovered(false)}
      onDrop={drop}
      onPasteCapture={paste}
    >
      {pictured.trim() !== '' && (
        <ImageThumbnail
          address={typed ? imageAddress(pictured, form.context, form.articleName) : found}
          key={pictured}
        />
      )}
      <div className="fm-image-entry">
        <TextControl
          {...props}
          aria-describedby={describedBy.filter((one) => one !== undefined).join(' ') || undefined}
          multiline={false}
          technical
        />
        {!locked && (
          <>
            <button
              type="button"
              className="fm-icon-button"
              aria-label={t('form.image.choose')}
              title={t('form.image.choose')}
              aria-describedby={props['aria-labelledby']}
              disabled={adding}
              onClick={() => chooser.current?.click()}
            >
              <ImagePlus aria-hidden size={16} />
            </button>
            <input
              ref={chooser}
              type="file"
              accept="image/*"
              hidden
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                currentTarget.value = ''
                if (file) void add(file)
              }}
            />
          </>
        )}
      </div>
      {(hovered || adding) && (
        <p className="fm-note" role="status">
          {t(hovered ? 'form.image.drop' : 'form.image.adding')}
        </p>
      )}
      {refusal !== null && (
        <p className="fm-note" id={noteId} data-severity="error" role="alert">
          {refusal}
        </p>
      )}
    </div>
  )
}

function pictureOf(files: FileList): File | undefined {
  return [...files].find((file) => file.type.startsWith('image/'))
}
