import { useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { Box } from './box.tsx'

const isFeed = (text: string): boolean => text === '' || (/^https:\/\/./.test(text) && URL.canParse(text))

/** Whether newer versions are looked for at each start, and where. */
export function UpdatesControl() {
  const t = useTranslate()
  const app = useApp()
  const updates = useAppState((state) => state.settings.updates)
  const [typed, setTyped] = useState<string | null>(null)
  const feed = (typed ?? updates.feed).trim()
  return (
    <div className="setting-parts">
      <Box
        isSelected={updates.automatic}
        onChange={(automatic) => app.changeSettings({ updates: { ...updates, automatic } })}
      >
        {t('settings.updates.automatic')}
      </Box>
      <TextField
        className="field"
        value={typed ?? updates.feed}
        isInvalid={!isFeed(feed)}
        onChange={setTyped}
        onBlur={() => {
          if (typed === null || !isFeed(feed)) return
          setTyped(null)
          if (feed !== updates.feed) app.changeSettings({ updates: { ...updates, feed } })
        }}
      >
        <Label>{t('settings.updates.feed')}</Label>
        <Input
          className="text-input"
          type="url"
          spellCheck={false}
          placeholder={t('settings.updates.feedUsual')}
        />
        <FieldError className="field-error">{t('settings.updates.feedBad')}</FieldError>
      </TextField>
    </div>
  )
}
