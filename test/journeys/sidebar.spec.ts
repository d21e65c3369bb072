import { mkdirSync, renameSync } from 'node:fs'
import { violations } from './axe.ts'
import { expect, test } from './galley.ts'
import { field, preview, source, tabs } from './page.ts'

const sidebar = 'complementary'

test('a folder given at the start is browsed in the sidebar; its articles open from there', async ({
  galley,
}) => {
  mkdirSync(galley.path('drafts'))
  galley.write('drafts/spring.md', '# Spring\n')
  const page = await galley.start('.')
  const side = page.getByRole(sidebar, { name: 'Sidebar' })
  const tree = side.getByRole('treegrid')
  await expect(tree.getByRole('row', { name: 'harbour.md' })).toBeVisible()
  await expect(tree.getByText('spring.md')).toHaveCount(0)
  await tree.getByText('drafts').click()
  await tree.getByText('spring.md').click()
  await expect(tabs(page)).toHaveCount(1)
  await expect(source(page)).toBeFocused()
  expect(await violations(page)).toEqual([])

  await page.keyboard.type('x')
  await expect(side.getByRole('grid', { name: 'Open articles' })).toContainText('unsaved')

  // A double click asks twice for an article, which opens once.
  await tree.getByText('harbour.md').dblclick()
  await expect(source(page)).toContainText('What to bring')
  await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
  await expect(tabs(page)).toHaveCount(2)

  // What comes and goes on the disk comes and goes in the tree.
  galley.write('drafts/summer.md', '# Summer\n')
  await expect(tree.getByText('summer.md')).toBeVisible()
  renameSync(galley.path('drafts/summer.md'), galley.path('drafts/autumn.md'))
  await expect(tree.getByText('autumn.md')).toBeVisible()
  await expect(tree.getByText('summer.md')).toHaveCount(0)

  await side.getByRole('searchbox', { name: 'Filter articles' }).fill('autu')
  await expect(side.getByRole('row')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(tabs(page)).toHaveCount(3)
  await expect(source(page)).toContainText('Summer')
})

test('outline and problems lead to their places, and a closed article comes back', async ({ galley }) => {
  await test.step('the outline follows the caret and goes to a heading by keyboard', async () => {
    const page = await galley.instead('harbour.md')
    await page.keyboard.press('Control+Shift+o')
    const tree = page.getByRole('treegrid', { name: 'Outline' })
    const row = tree.getByRole('row', { name: /What to bring/ })
    await expect(row).toBeVisible()
    await expect.poll(() => tree.evaluate((it) => it.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect(source(page)).toBeFocused()
    await expect(row).toHaveAttribute('data-current', 'true')
    await page.keyboard.type('!')
    await expect(source(page)).toContainText('!## What to bring')
    expect(await violations(page)).toEqual([])
  })
  await test.step('problems have a place to go to and a fix, and their number is said', async () => {
    const page = await galley.instead('paper-lanterns.txt')
    await page.keyboard.press('Control+Shift+m')
    const side = page.getByRole(sidebar, { name: 'Sidebar' })
    await expect(side.getByRole('tab', { name: 'Problems 1 problem' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await side.getByRole('button', { name: 'Remove the blank lines' }).click()
    await expect(side.getByText('No problems found.')).toBeVisible()
    await expect(side.getByRole('tab', { name: 'Problems', exact: true })).toBeVisible()
  })
  await test.step('a problem of a field takes the focus to that field', async () => {
    const page = await galley.instead(
      'twice.md',
      '---\ntitle: One\ndate: yesterday, more or less\n---\n\ntext\n',
    )
    await page.keyboard.press('Control+Shift+m')
    await page.getByRole(sidebar).getByRole('listitem').first().getByRole('button').first().click()
    await expect(field(page, 'date')).toBeFocused()
  })
  await test.step('a closed article comes back with what was not saved', async () => {
    const page = await galley.instead('harbour.md')
    await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
    await source(page).focus()
    await page.keyboard.type('Given up. ')
    await page.keyboard.press('Control+w')
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Discard|Don.t Save/ })
      .click()
    await expect(tabs(page)).toHaveCount(0)
    await page.keyboard.press('Control+Shift+t')
    await expect(tabs(page)).toHaveCount(1)
    await expect(source(page)).toContainText('Given up.')
    await expect(tabs(page).first()).toHaveAccessibleName(/unsaved/)
    await page.keyboard.press('Control+z')
    await expect(source(page)).not.toContainText('Given up.')
  })
})

test('its divider moves by keys and is remembered; a double click puts the sidebar away', async ({
  galley,
}) => {
  const page = await galley.start('harbour.md')
  await page.keyboard.press('Control+Backslash')
  // The sidebar takes the focus once it is there.
  await expect(page.getByLabel('Filter articles')).toBeFocused()
  const divider = page.getByRole('separator', { name: 'Width of the sidebar' })
  const before = Number(await divider.getAttribute('aria-valuenow'))
  await divider.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 10))
  await expect.poll(() => galley.settings()).toMatch(/"sidebarWidth": 0\.27/)
  await galley.kill()
  const again = await galley.start('harbour.md')
  await expect(again.getByRole('separator', { name: 'Width of the sidebar' })).toHaveAttribute(
    'aria-valuenow',
    String(before + 10),
  )
  await again.getByRole('separator', { name: 'Width of the sidebar' }).dblclick()
  await expect(again.getByRole(sidebar)).toHaveCount(0)
  await again.keyboard.press('Control+Backslash')
  await expect(again.getByRole(sidebar)).toBeVisible()
})

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 900, height: 700 } })
  test('the sidebar lies over the article and goes once something is chosen, or by Escape', async ({
    galley,
  }) => {
    const page = await galley.start('harbour.md')
    const width = await source(page).evaluate((it) => it.getBoundingClientRect().width)
    await page.keyboard.press('Control+Shift+o')
    const side = page.getByRole(sidebar)
    await expect(side.getByRole('row', { name: /What to bring/ })).toBeVisible()
    expect(await source(page).evaluate((it) => it.getBoundingClientRect().width)).toBe(width)
    expect(await violations(page)).toEqual([])
    await side.getByText('What to bring').click()
    await expect(side).toHaveCount(0)
    await expect(source(page)).toBeFocused()
    await page.keyboard.press('Control+Shift+o')
    await expect(side.getByRole('row', { name: /What to bring/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(side).toHaveCount(0)
  })
})
