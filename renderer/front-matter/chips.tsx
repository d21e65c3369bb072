import { X } from 'lucide-react'
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type RefObject } from 'react'
import { moveItem, setField } from '../../core/front-matter/edit.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { ChipEditor } from './chip-editor.tsx'
import { useForm } from './form-context.ts'

interface ChipsProps {
  readonly field: Field
  readonly entries: readonly string[]
  readonly locked: boolean
  readonly listRef: RefObject<HTMLUListElement | null>
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onRemove: (index: number) => void
}

/**
 * The entries of a list. One of them takes the Tab key's focus; arrows go from one to the next, Alt with an arrow
 * moves an entry, Delete removes it, Enter edits it. They can be dragged.
 */
export function Chips({ field, entries, locked, listRef, inputRef, onRemove }: ChipsProps) {
  const form = useForm()
  const t = useTranslate()
  const [current, setCurrent] = useState(0)
  const [editing, setEditing] = useState<number | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const last = entries.length - 1

  const focus = (index: number): void => {
    if (index > last) inputRef.current?.focus()
    else listRef.current?.querySelectorAll<HTMLElement>('[role=button]')[Math.max(index, 0)]?.focus()
  }
  useEffect(() => {
    if (wanted.current === null) return
    focus(wanted.current)
    wanted.current = null
  })
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to > last) return
    if (!form.write(field.path, 'step', (text) => moveItem(text, field.segments, from, to))) return
    form.announce(t('form.list.moved', { entry: entries[from] ?? '', place: to + 1, count: entries.length }))
    focus(to)
  }
  const remove = (index: number): void => {
    focus(index === last ? index - 1 : index)
    onRemove(index)
  }
  const rewrite = (index: number, entry: string): void => {
    setEditing(null)
    if (entry === '') remove(index)
    else if (entry !== entries[index]) {
      const path = field.kind === 'list' ? [...field.segments, index] : field.segments
      form.write(field.path, 'step', (text) => setField(text, path, entry))
    }
  }
  const keyDown = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (step !== 0 && event.altKey) move(index, index + step)
    else if (step !== 0) focus(index + step)
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(last)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else if (event.key === 'Enter' || event.key === 'F2') setEditing(index)
    else return
    event.preventDefault()
  }
  const dragOver = (event: DragEvent<HTMLLIElement>, index: number): void => {
    if (dragged === null) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const before = event.clientX < box.left + box.width / 2
    setTarget(before ? index : index + 1)
  }
  const endDrag = (): void => {
    setDragged(null)
    setTarget(null)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (dragged !== null && target !== null) move(dragged, target > dragged ? target - 1 : target)
    endDrag()
  }
  if (entries.length === 0) return null
  return (
    <ul className="fm-chips" ref={listRef}>
      {entries.map((entry, index) => (
        <li
          key={index}
          className="fm-chip"
          draggable={!locked && field.kind === 'list' && editing === null}
          data-dragged={dragged === index || undefined}
          data-drop={
            target === null
              ? undefined
              : target === index
                ? 'before'
                : target === index + 1
                  ? 'after'
                  : undefined
          }
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', entry)
            setDragged(index)
          }}
          onDragOver={(event) => dragOver(event, index)}
          onDrop={drop}
          onDragEnd={endDrag}
        >
          {editing === index ? (
            <ChipEditor
              entry={entry}
              onDone={(text) => {
                rewrite(index, text)
                wanted.current = index
              }}
              onLeave={(text) => rewrite(index, text)}
              onCancel={() => {
                setEditing(null)
                wanted.current = index
              }}
            />
          ) : (
            <span
              role="button"
              className="fm-chip-text"
              tabIndex={index === Math.min(current, last) ? 0 : -1}
              aria-describedby={form.chipHelpId}
              aria-disabled={locked || undefined}
              onFocus={() => setCurrent(index)}
              onKeyDown={locked ? undefined : (event) => keyDown(event, index)}
              onDoubleClick={locked ? undefined : () => setEditing(index)}
            >
              {entry}
            </span>
          )}
          {!locked && editing !== index && (
            <button
              type="button"
              className="fm-chip-remove"
              tabIndex={-1}
              aria-label={t('form.list.remove', { entry })}
              onClick={() => onRemove(index)}
            >
              <X aria-hidden size={12} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
