import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())

test('a language speaks English until it is loaded, then for itself', async () => {
  const { hasLanguage, loadLanguage } = await import('../../../renderer/i18n/catalogue.ts')
  const { translate } = await import('../../../renderer/i18n/translate.ts')
  expect(hasLanguage('en')).toBe(true)
  expect(hasLanguage('zh-CN')).toBe(false)
  expect(translate('zh-CN', 'command.file.save')).toBe(translate('en', 'command.file.save'))
  await loadLanguage('zh-CN')
  expect(hasLanguage('zh-CN')).toBe(true)
  expect(translate('zh-CN', 'command.file.save')).toBe('保存')
})
