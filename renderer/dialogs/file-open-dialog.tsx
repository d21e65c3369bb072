import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react'
import { Button } from 'react-aria-components'
import type { FolderEntry } from '../../core/contract.ts'
import { folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogAnswers } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { AllFiles, FolderView } from './folder-view.tsx'
import { PathField } from './path-field.tsx'
import { resolveTyped } from './typed-path.ts'
import { useFolder } from './use-folder.ts'

interface FileOpenDialogProps {
  readonly startFolder: string
  /** `settings`: one file of any kind, which holds settings. */
  readonly purpose: 'articles' | 'settings'
}

/** Chooses articles to open, by looking through folders or by typing a path. */
export function FileOpenDialog({ startFolder, purpose }: FileOpenDialogProps) {
  const t = useTranslate()
  const app = useApp()
  const folder = useFolder(startFolder)
  const [typed, setTyped] = useState<string | null>(null)
  const [allFiles, setAllFiles] = useState(purpose === 'settings')
  const [selected, setSelected] = useState<readonly FolderEntry[]>([])
  const { listing } = folder
  const input = useRef<HTMLInputElement>(null)
  const open = (paths: DialogAnswers['openFile']): void => app.answer(paths)

  // A path the dialog itself puts into the focused box is there to be typed over, by the very next key.
  useLayoutEffect(() => {
    if (typed === null && document.activeElement === input.current) input.current?.select()
  }, [typed, listing])

  const isFile = (entries: readonly FolderEntry[], path: string): boolean =>
    entries.some((it) => it.path === path && it.kind === 'file')
  const openTyped = async (path: string): Promise<void> => {
    if (isFile(listing?.entries ?? [], path)) {
      open([path])
      return
    }
    if (await folder.go(path)) {
      setTyped(null)
      setSelected([])
      return
    }
    const reply = await app.bridge.call('folder.list', folderOf(path))
    if (reply.ok && isFile(reply.value.entries, path)) open([path])
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const [first] = selected
    if (typed !== null && typed.trim() !== '') {
      void openTyped(resolveTyped(typed, listing?.path ?? startFolder, app.getState().info.homeFolder))
    } else if (first?.kind === 'folder') {
      setSelected([])
      void folder.go(first.path)
    } else if (first) {
      open(selected.filter((it) => it.kind === 'file').map((it) => it.path))
    }
  }

  return (
    <DialogFrame title={t(purpose === 'settings' ? 'settings.importTitle' : 'files.openTitle')} size="large">
      <form className="dialog-form" onSubmit={submit}>
        <PathField
          value={typed ?? selected[0]?.path ?? listing?.path ?? ''}
          onChange={(text) => {
            setTyped(text)
            folder.fail(null)
          }}
          inputRef={input}
        />
        <FolderView
          folder={folder}
          allFiles={allFiles}
          multiple={purpose === 'articles'}
          selected={selected.map((it) => it.path)}
          onSelect={(entries) => {
            setTyped(null)
            setSelected(entries)
          }}
          onChoose={(file) => open([file.path])}
        />
        <div className="dialog-buttons">
          <AllFiles value={allFiles} onChange={setAllFiles} />
          <Button className="button" onPress={() => app.answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button primary"
            type="submit"
            isDisabled={selected.length === 0 && (typed ?? '').trim() === ''}
          >
            {t('common.open')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
