import { PanelLeft } from 'lucide-react'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { useShortcutOf } from './command-labels.ts'
import { IconButton } from './icon-button.tsx'

/** Shows the sidebar, or hides it. */
export function SidebarButton() {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const open = useAppState(({ settings: { layout } }) => layout.sidebarOpen && !layout.zen)
  return (
    <IconButton
      className="sidebar-button"
      label={t(open ? 'sidebar.hide' : 'sidebar.show')}
      shortcut={shortcutOf('view.sidebar')}
      onPress={() => app.run('view.sidebar')}
    >
      <PanelLeft className="icon" aria-hidden />
    </IconButton>
  )
}
