import { beforeEach, expect, test, vi } from 'vitest'
import { Divider, type DividerProps } from '../../../renderer/panels/divider.tsx'
import { createFakeApp } from './fake-app.ts'
import { after, press, render } from './render.tsx'

const onPreview = vi.fn<DividerProps['onPreview']>()
const onChange = vi.fn<DividerProps['onChange']>()
const onCollapse = vi.fn<DividerProps['onCollapse']>()

beforeEach(() => vi.clearAllMocks())

async function show(side: DividerProps['side'], value = 0.3): Promise<HTMLElement> {
  const host = await render(
    createFakeApp().app,
    <div className="workspace">
      <Divider
        label="Width"
        controls="pane"
        side={side}
        value={value}
        min={0.1}
        max={0.5}
        onPreview={onPreview}
        onChange={onChange}
        onCollapse={onCollapse}
      />
    </div>,
  )
  const panes = host.querySelector<HTMLElement>('.workspace')!
  panes.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 600)
  const divider = host.querySelector<HTMLElement>('[role="separator"]')!
  divider.setPointerCapture = () => undefined
  return divider
}

async function pointer(target: Element, type: string, clientX: number): Promise<void> {
  await after(() =>
    target.dispatchEvent(new PointerEvent(type, { clientX, button: 0, pointerId: 1, bubbles: true })),
  )
}

test('a divider is a vertical separator with its value in percent', async () => {
  const divider = await show('before')
  const value = ['orientation', 'valuenow', 'valuemin', 'valuemax', 'label', 'controls'].map((it) =>
    divider.getAttribute(`aria-${it}`),
  )
  expect(value).toEqual(['vertical', '30', '10', '50', 'Width', 'pane'])
})

test('a drag is shown as it goes and written once, when it ends', async () => {
  const divider = await show('before')
  await pointer(divider, 'pointerdown', 300)
  await pointer(divider, 'pointermove', 350)
  await pointer(divider, 'pointermove', 400)
  expect(onPreview.mock.calls.map(([value]) => value.toFixed(2))).toEqual(['0.35', '0.40'])
  expect(onChange).not.toHaveBeenCalled()
  await pointer(divider, 'pointerup', 400)
  expect(onChange.mock.calls.map(([value]) => value.toFixed(2))).toEqual(['0.40'])
})

test('a drag stops at the limits', async () => {
  const divider = await show('before')
  await pointer(divider, 'pointerdown', 300)
  await pointer(divider, 'pointermove', 990)
  await pointer(divider, 'pointerup', 990)
  expect(onChange).toHaveBeenCalledWith(0.5)
})

test('a press without a movement changes nothing', async () => {
  const divider = await show('before')
  await pointer(divider, 'pointerdown', 300)
  await pointer(divider, 'pointerup', 300)
  expect(onChange).not.toHaveBeenCalled()
})

test.each([
  ['before', 'ArrowRight', false, 0.32],
  ['before', 'ArrowLeft', false, 0.28],
  ['before', 'ArrowRight', true, 0.4],
  ['after', 'ArrowLeft', false, 0.32],
  ['before', 'Home', false, 0.1],
  ['after', 'End', false, 0.5],
] as const)('with its pane %s it, %s (Shift: %s) sets %d', async (side, key, shiftKey, value) => {
  const divider = await show(side)
  await press(divider, key, { shiftKey })
  expect(onChange).toHaveBeenCalledOnce()
  expect(onChange.mock.calls[0]?.[0]).toBeCloseTo(value)
})

test('at a limit a key changes nothing more', async () => {
  const divider = await show('before', 0.5)
  await press(divider, 'ArrowRight')
  expect(onChange).not.toHaveBeenCalled()
})

test('Enter and a double click collapse the pane', async () => {
  const divider = await show('before')
  await press(divider, 'Enter')
  await after(() => divider.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
  expect(onCollapse).toHaveBeenCalledTimes(2)
})
