import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { AllFiles, FolderView } from './folder-view.tsx'
import { resolveTyped } from './typed-path.ts'
import { useFolder } from './use-folder.ts'

/** Chooses the folder and the name an article is saved under; a name may also be a whole path. */
export function FileSaveDialog({ suggestedPath }: { readonly suggestedPath: string }) {
  const t = useTranslate()
  const app = useApp()
  const start = folderOf(suggestedPath) || app.getState().info.homeFolder
  const folder = useFolder(start)
  const [name, setName] = useState(() => baseName(suggestedPath))
  const [missing, setMissing] = useState(false)
  const [allFiles, setAllFiles] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  // The name without its ending is selected, ready to be typed over.
  useEffect(() => {
    const dot = baseName(suggestedPath).lastIndexOf('.')
    input.current?.focus()
    input.current?.setSelectionRange(0, dot > 0 ? dot : baseName(suggestedPath).length)
  }, [suggestedPath])

  const save = (wanted: string): void => {
    if (wanted.trim() === '' || /[\\/]$/.test(wanted.trim())) setMissing(true)
    else app.answer(resolveTyped(wanted, folder.listing?.path ?? start, app.getState().info.homeFolder))
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    save(name)
  }

  return (
    <DialogFrame title={t('files.saveTitle')} size="large">
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          className="field row"
          value={name}
          isInvalid={missing}
          onChange={(text) => {
            setName(text)
            setMissing(false)
          }}
        >
          <Label>{t('files.name')}</Label>
          <Input className="text-input" autoComplete="off" spellCheck={false} ref={input} />
          <FieldError className="field-error">{t('files.nameNeeded')}</FieldError>
        </TextField>
        <FolderView
          folder={folder}
          allFiles={allFiles}
          multiple={false}
          selected={[]}
          onSelect={([entry]) => {
            if (entry?.kind === 'file') setName(entry.name)
          }}
          onChoose={(file) => save(file.name)}
        />
        {folder.listing?.writable === false && <p className="field-error">{t('files.notWritable')}</p>}
        <div className="dialog-buttons">
          <AllFiles value={allFiles} onChange={setAllFiles} />
          <Button className="button" onPress={() => app.answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
