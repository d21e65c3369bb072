import { assertNever } from '../../core/assert-never.ts'
import { lazily } from '../lazily.tsx'
import type { DialogState } from '../state/app-state.ts'
import { AboutDialog } from './about-dialog.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { FileOpenDialog } from './file-open-dialog.tsx'
import { FileSaveDialog } from './file-save-dialog.tsx'
import { FolderOpenDialog } from './folder-open-dialog.tsx'
import { GoToLineDialog } from './go-to-line-dialog.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { LogDialog } from './log-dialog.tsx'
import { OverwriteDialog } from './overwrite-dialog.tsx'
import { PaletteDialog } from './palette-dialog.tsx'
import { PdfDialog } from './pdf-dialog.tsx'
import { QuickOpenDialog } from './quick-open-dialog.tsx'
import { RepairDialog } from './repair-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'
import { WrapTagDialog } from './wrap-tag-dialog.tsx'

const SettingsDialog = lazily(() =>
  import('../settings/settings-dialog.tsx').then((module) => module.SettingsDialog),
)
const ImportDialog = lazily(() =>
  import('../settings/import-dialog.tsx').then((module) => module.ImportDialog),
)
/** With what converting needs, loaded when a writer first converts. */
const ConvertDialog = lazily(() => import('../convert/convert-dialog.tsx').then((it) => it.ConvertDialog))
const DoctorDialog = lazily(() => import('../convert/doctor-dialog.tsx').then((it) => it.DoctorDialog))

const HelpDialog = lazily(() => import('../help/help-dialog.tsx').then((module) => module.HelpDialog))

/** The dialog for a state of the application. */
export function ShownDialog({ dialog }: { readonly dialog: DialogState }) {
  switch (dialog.kind) {
    case 'unsaved':
      return <UnsavedDialog names={dialog.names} />
    case 'openFile':
      return <FileOpenDialog startFolder={dialog.startFolder} purpose={dialog.purpose ?? 'articles'} />
    case 'openFolder':
      return <FolderOpenDialog startFolder={dialog.startFolder} />
    case 'saveFile':
      return <FileSaveDialog suggestedPath={dialog.suggestedPath} />
    case 'overwrite':
      return <OverwriteDialog path={dialog.path} />
    case 'palette':
      return <PaletteDialog />
    case 'quickOpen':
      return <QuickOpenDialog />
    case 'settings':
      return <SettingsDialog section={dialog.section} />
    case 'importSettings':
      return <ImportDialog {...dialog} />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'about':
      return <AboutDialog />
    case 'pdf':
      return <PdfDialog />
    case 'log':
      return <LogDialog text={dialog.text} />
    case 'help':
      return <HelpDialog topic={dialog.topic} />
    case 'goToLine':
      return <GoToLineDialog lines={dialog.lines} current={dialog.current} />
    case 'wrapTag':
      return <WrapTagDialog />
    case 'compare':
      return <CompareDialog {...dialog} />
    case 'history':
      return <HistoryDialog {...dialog} />
    case 'convert':
      return <ConvertDialog {...dialog} />
    case 'doctor':
      return <DoctorDialog {...dialog} />
    case 'repair':
      return <RepairDialog {...dialog} />
    default:
      return assertNever(dialog)
  }
}
