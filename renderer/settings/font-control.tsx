import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { fontStack } from '../editor/font-stack.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { installedFonts } from './installed-fonts.ts'
import { labelling } from './setting-row.tsx'

/** Font families by name, typed or chosen among those on this machine, with a line set in them. */
export function FontControl() {
  const t = useTranslate()
  const app = useApp()
  const { fontFamily, fontSize, lineHeight } = useAppState((state) => state.settings)
  const [typed, setTyped] = useState<string | null>(null)
  const [fonts] = useState(installedFonts)
  const commit = (families: string): void => {
    setTyped(null)
    const next = families.trim().slice(0, 200)
    if (next !== fontFamily) app.changeSettings({ fontFamily: next })
  }
  return (
    <div className="font">
      <ComboBox
        className="font-combo"
        allowsCustomValue
        menuTrigger="manual"
        inputValue={typed ?? fontFamily}
        onInputChange={setTyped}
        value={null}
        onChange={(key) => {
          if (key !== null) commit(String(key))
        }}
        onBlur={() => {
          if (typed !== null) commit(typed)
        }}
        {...labelling('fontFamily')}
      >
        <Group className="combo">
          <Input
            className="text-input combo-input"
            spellCheck={false}
            placeholder={t('settings.fontFamily.default')}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && typed !== null) commit(typed)
            }}
          />
          <Button className="combo-button" aria-label={t('settings.fontFamily.show')}>
            <ChevronDown className="icon" aria-hidden />
          </Button>
        </Group>
        <Popover className="popover choice-popover" offset={2}>
          <ListBox className="menu">
            {fonts.map((name) => (
              <ListBoxItem key={name} id={name} className="menu-item" textValue={name}>
                <span className="menu-label" style={{ fontFamily: fontStack(name) }}>
                  {name}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      <p
        className="font-sample"
        lang="zh-CN"
        style={{ fontFamily: fontStack(fontFamily), fontSize: `${fontSize}px`, lineHeight }}
      >
        {t('settings.fontFamily.sample')}
      </p>
    </div>
  )
}
