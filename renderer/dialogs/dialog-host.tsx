import { useAppState } from '../state/use-app.ts'
import { lazily } from '../lazily.tsx'
import { useFocusReturn } from './focus-return.ts'

const ShownDialog = lazily(() => import('./shown-dialog.tsx').then((module) => module.ShownDialog))

/** Loads what dialogs need, so that the first one appears at once; the first view does not wait for it. */
export const prepareDialogs = ShownDialog.load

/** The one place where dialogs appear: shows the state's dialog, if there is one. */
export function DialogHost() {
  const dialog = useAppState((state) => state.dialog)
  useFocusReturn(dialog !== null)
  return dialog && <ShownDialog key={dialog.kind} dialog={dialog} />
}
