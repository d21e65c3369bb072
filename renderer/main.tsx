import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { AppView } from './app-view.tsx'
import { prepareDialogs } from './dialogs/dialog-host.tsx'
import { preparePreview } from './panels/preview-pane-host.tsx'
import { prepareForm } from './panels/workspace.tsx'
import { connectBridge } from './bridge/bridge.ts'
import { loadLanguage } from './i18n/catalogue.ts'
import { languageFor } from './i18n/translate.ts'
import { LanguageContext } from './i18n/use-translate.ts'
import { StartFailure } from './start-failure.tsx'
import type { App } from './state/app.ts'
import { createApp } from './state/create-app.ts'
import { loadSourceCommands } from './state/source-commands.ts'
import { AppContext, useAppState } from './state/use-app.ts'
import './styles/index.css'

const root = createRoot(document.getElementById('root') ?? document.body)

function Page() {
  const language = useAppState((state) => state.language)
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={language}>
        <AppView />
      </I18nProvider>
    </LanguageContext>
  )
}

function showApp(app: App): void {
  root.render(
    <AppContext value={app}>
      <Page />
    </AppContext>,
  )
}

async function showFailure(error: unknown): Promise<void> {
  const language = languageFor(navigator.language)
  await loadLanguage(language).catch(() => undefined) // Then it is said in English.
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.lang = language
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  root.render(
    <LanguageContext value={language}>
      <StartFailure reason={error instanceof Error ? error.message : String(error)} />
    </LanguageContext>,
  )
}

connectBridge().then(createApp).then(showApp, showFailure)
loadSourceCommands().catch(() => undefined) // Said when a command is run, which asks again.
void preparePreview()
void prepareForm()
void prepareDialogs()
