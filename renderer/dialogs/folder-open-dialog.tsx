import { useState, type SyntheticEvent } from 'react'
import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { FolderView } from './folder-view.tsx'
import { PathField } from './path-field.tsx'
import { resolveTyped } from './typed-path.ts'
import { useFolder } from './use-folder.ts'

/** Chooses a folder: the one selected in the list or typed, else the one that is shown. */
export function FolderOpenDialog({ startFolder }: { readonly startFolder: string }) {
  const t = useTranslate()
  const app = useApp()
  const folder = useFolder(startFolder)
  const [typed, setTyped] = useState<string | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const { listing } = folder

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (typed === null || typed.trim() === '') {
      const path = selected ?? listing?.path
      if (path !== undefined) app.answer(path)
      return
    }
    const path = resolveTyped(typed, listing?.path ?? startFolder, app.getState().info.homeFolder)
    if (await folder.go(path)) app.answer(path)
  }

  return (
    <DialogFrame title={t('files.openFolderTitle')} size="large">
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <PathField
          value={typed ?? selected ?? listing?.path ?? ''}
          onChange={(text) => {
            setTyped(text)
            folder.fail(null)
          }}
        />
        <FolderView
          folder={folder}
          allFiles={false}
          multiple={false}
          selected={selected === null ? [] : [selected]}
          onSelect={([entry]) => {
            setTyped(null)
            setSelected(entry?.kind === 'folder' ? entry.path : null)
          }}
          onChoose={() => setSelected(null)}
        />
        <div className="dialog-buttons">
          <Button className="button" onPress={() => app.answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={listing === null}>
            {t('files.openFolder')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
