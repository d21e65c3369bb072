import { useEffect, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Licence } from '../../core/licence.ts'
import { failureText } from '../i18n/failure-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { GalleyMark } from '../panels/galley-mark.tsx'
import type { Failure } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import '../styles/about.css'

/** What this is, in which version and under which licence, where its data is, and what it is made with. */
export function AboutDialog() {
  const t = useTranslate()
  const app = useApp()
  const info = useAppState((state) => state.info)
  return (
    <DialogFrame title={t('about.title')} size="medium">
      <div className="dialog-scroll about-text" tabIndex={0} role="group" aria-label={t('about.title')}>
        <div className="about">
          <GalleyMark className="welcome-mark" />
          <div>
            <p className="wordmark">{t('app.name')}</p>
            <p className="muted">
              {t('about.version', { version: info.version })}
              <span aria-hidden="true"> · </span>
              {t(info.shell === 'desktop' ? 'about.desktop' : 'about.browser')}
            </p>
          </div>
        </div>
        <p>{t('about.what')}</p>
        <p className="muted">{t('about.licence')}</p>
        <DataFolder />
        <Components />
      </div>
      <div className="dialog-buttons">
        <Button className="button primary" autoFocus onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}

/** Where settings, history and recovery are, to look at in the file manager where there is one. */
function DataFolder() {
  const t = useTranslate()
  const app = useApp()
  const shell = useAppState((state) => state.info.shell)
  const [folder, setFolder] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let gone = false
    void app.bridge.call('data.folder').then((reply) => {
      if (!gone && reply.ok) setFolder(reply.value)
    })
    return () => {
      gone = true
    }
  }, [app])
  if (folder === null) return null
  const show = async (): Promise<void> => {
    const reply = await app.bridge.call('data.show')
    setFailure(reply.ok ? null : reply)
  }
  return (
    <section aria-labelledby="about-data">
      <h3 className="about-heading" id="about-data">
        {t('about.data')}
      </h3>
      <p>{t('about.dataText')}</p>
      <div className="about-folder">
        <code>{folder}</code>
        {shell === 'desktop' && (
          <Button className="button small" onPress={() => void show()}>
            {t('about.showFolder')}
          </Button>
        )}
      </div>
      {failure && (
        <p className="field-error" role="alert">
          {failureText(t, failure)}
        </p>
      )}
    </section>
  )
}

/** The packages inside Galley with their licences; nothing where the list was not built. */
function Components() {
  const t = useTranslate()
  const [licences, setLicences] = useState<readonly Licence[]>([])
  useEffect(() => {
    let gone = false
    void readLicences().then((list) => {
      if (!gone) setLicences(list)
    })
    return () => {
      gone = true
    }
  }, [])
  if (licences.length === 0) return null
  return (
    <section aria-labelledby="about-components">
      <h3 className="about-heading" id="about-components">
        {t('about.components')}
      </h3>
      <p>{t('about.componentsText')}</p>
      <div className="licences">
        {licences.map(({ name, version, licence, text }) => (
          <Disclosure key={`${name} ${version}`} className="licence">
            <Heading level={4}>
              <Button slot="trigger" className="licence-name">
                <span>
                  {name} {version}
                </span>
                <span className="muted">{licence}</span>
              </Button>
            </Heading>
            <DisclosurePanel>{text !== '' && <pre className="licence-text">{text}</pre>}</DisclosurePanel>
          </Disclosure>
        ))}
      </div>
    </section>
  )
}

async function readLicences(): Promise<readonly Licence[]> {
  try {
    const response = await fetch('licences.json')
    return response.ok ? ((await response.json()) as readonly Licence[]) : []
  } catch {
    return [] // The list is an extra; a page that lost its server says so elsewhere.
  }
}
