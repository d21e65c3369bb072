import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitInto,
  parsePlaces,
  placeWindow,
  rememberPlace,
  type Place,
  type Rect,
  type WindowPlace,
} from '../../../electron/desktop/window-place.ts'

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height })

function screenOf(id: number, bounds: Rect): Place {
  return { id, bounds, workArea: { ...bounds, height: bounds.height - 40 } }
}

const LAPTOP = screenOf(1, rect(0, 0, 1440, 900))
const BESIDE = screenOf(2, rect(1440, 0, 2560, 1440))
const LEFT = screenOf(3, rect(-1920, 100, 1920, 1080))

function stood(display: Place, bounds: Rect, more: Partial<WindowPlace> = {}): WindowPlace {
  const { id, bounds: around } = display
  return { display: { id, bounds: around }, bounds, maximised: false, fullScreen: false, ...more }
}

const inside = (one: Rect, area: Rect): boolean =>
  one.x >= area.x &&
  one.y >= area.y &&
  one.x + one.width <= area.x + area.width &&
  one.y + one.height <= area.y + area.height

describe('the place of a new window', () => {
  it('is the middle of the primary display the first time', () => {
    expect(placeWindow([], [BESIDE, LAPTOP], [], null)).toEqual({
      bounds: rect(2080, 270, 1280, 860),
      maximised: false,
      fullScreen: false,
    })
  })

  it('is made smaller for a small display', () => {
    const small = screenOf(7, rect(0, 0, 1024, 640))
    expect(placeWindow([], [small], [], null).bounds).toEqual(rect(0, 0, 1024, 600))
  })

  it('is where the last window stood', () => {
    const saved = [stood(BESIDE, rect(1600, 100, 1500, 1000))]
    expect(placeWindow(saved, [LAPTOP, BESIDE], [], null).bounds).toEqual(rect(1600, 100, 1500, 1000))
  })

  it('is on a display left of the primary one, where coordinates are negative', () => {
    const saved = [stood(LEFT, rect(-1800, 150, 900, 700))]
    expect(placeWindow(saved, [LAPTOP, LEFT], [], null).bounds).toEqual(rect(-1800, 150, 900, 700))
  })

  it('is the one before on another display when the last display is gone', () => {
    const saved = [stood(BESIDE, rect(1600, 100, 1500, 1000)), stood(LAPTOP, rect(40, 30, 1000, 700))]
    expect(placeWindow(saved, [LAPTOP], [], null).bounds).toEqual(rect(40, 30, 1000, 700))
  })

  it('keeps its size in the middle of the primary display when every display it stood on is gone', () => {
    const saved = [stood(BESIDE, rect(1600, 100, 1000, 700))]
    expect(placeWindow(saved, [LAPTOP], [], null).bounds).toEqual(rect(220, 80, 1000, 700))
  })

  it('fits the primary display when the window that is remembered is larger', () => {
    const saved = [stood(BESIDE, rect(1440, 0, 2560, 1400))]
    expect(placeWindow(saved, [LAPTOP], [], null).bounds).toEqual(LAPTOP.workArea)
  })

  it('is not in full screen on another display than before', () => {
    const saved = [stood(BESIDE, rect(1600, 100, 1000, 700), { fullScreen: true, maximised: true })]
    const place = placeWindow(saved, [LAPTOP], [], null)
    expect(place).toMatchObject({ fullScreen: false, maximised: true })
  })

  it('moves along with a display that stands elsewhere by now', () => {
    const moved = screenOf(2, rect(0, 900, 2560, 1440))
    const saved = [stood(BESIDE, rect(1600, 100, 1000, 700))]
    expect(placeWindow(saved, [LAPTOP, moved], [], null).bounds).toEqual(rect(160, 1000, 1000, 700))
  })

  it('knows a display by its bounds when it has another number since it was plugged in again', () => {
    const again = screenOf(99, BESIDE.bounds)
    const saved = [stood(BESIDE, rect(1600, 100, 1000, 700))]
    expect(placeWindow(saved, [LAPTOP, again], [], null).bounds).toEqual(rect(1600, 100, 1000, 700))
  })

  it('comes back from under the task bar and from beyond the edge', () => {
    const saved = [stood(LAPTOP, rect(1300, 850, 800, 600))]
    expect(placeWindow(saved, [LAPTOP], [], null).bounds).toEqual(rect(640, 260, 800, 600))
  })

  it('remembers maximised and full screen', () => {
    const saved = [stood(LAPTOP, rect(0, 0, 800, 600), { maximised: true, fullScreen: true })]
    expect(placeWindow(saved, [LAPTOP], [], null)).toMatchObject({ maximised: true, fullScreen: true })
  })

  it('does not cover a window that is there, and takes no full screen beside it', () => {
    const saved = [stood(LAPTOP, rect(100, 100, 800, 600), { fullScreen: true })]
    const place = placeWindow(saved, [LAPTOP], [rect(100, 100, 800, 600)], null)
    expect(place).toEqual({ bounds: rect(128, 128, 800, 600), maximised: false, fullScreen: false })
  })

  it('steps on past several windows', () => {
    const saved = [stood(LAPTOP, rect(100, 100, 800, 600))]
    const taken = [rect(100, 100, 800, 600), rect(128, 128, 800, 600)]
    expect(placeWindow(saved, [LAPTOP], taken, null).bounds).toMatchObject({ x: 156, y: 156 })
  })

  it('is on the display of the window in front, as a window stood there', () => {
    const saved = [stood(LAPTOP, rect(10, 10, 900, 700)), stood(BESIDE, rect(1500, 50, 1200, 900))]
    expect(placeWindow(saved, [LAPTOP, BESIDE], [], 2).bounds).toEqual(rect(1500, 50, 1200, 900))
  })

  it('has the usual size where there is no display at all', () => {
    expect(placeWindow([], [], [], null).bounds).toEqual(rect(0, 0, 1280, 860))
  })

  const anyRect = fc.record({
    x: fc.integer({ min: -8000, max: 8000 }),
    y: fc.integer({ min: -8000, max: 8000 }),
    width: fc.integer({ min: 1, max: 8000 }),
    height: fc.integer({ min: 1, max: 8000 }),
  })
  const anyDisplay = fc
    .record({
      id: fc.integer({ min: 0, max: 4 }),
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: 600, max: 4000 }),
      height: fc.integer({ min: 500, max: 3000 }),
    })
    .map(({ id, ...bounds }) => screenOf(id, bounds))
  const anyPlace = fc
    .tuple(anyDisplay, anyRect, fc.boolean(), fc.boolean())
    .map(([display, bounds, maximised, fullScreen]) => stood(display, bounds, { maximised, fullScreen }))

  it('is wholly on a display that is there, whatever is remembered', () => {
    fc.assert(
      fc.property(
        fc.array(anyPlace, { maxLength: 4 }),
        fc.array(anyDisplay, { minLength: 1, maxLength: 4 }),
        fc.array(anyRect, { maxLength: 3 }),
        fc.option(fc.integer({ min: 0, max: 4 })),
        (saved, displays, taken, preferred) => {
          const { bounds } = placeWindow(saved, displays, taken, preferred)
          expect(displays.some(({ workArea }) => inside(bounds, workArea))).toBe(true)
        },
      ),
    )
  })
})

describe('a rectangle fitted into an area', () => {
  it('is left alone when it fits', () => {
    expect(fitInto(rect(5, 6, 700, 500), rect(0, 0, 1000, 1000))).toEqual(rect(5, 6, 700, 500))
  })

  it('never gets smaller than a window may be', () => {
    expect(fitInto(rect(0, 0, 10, 10), rect(0, 0, 1000, 1000))).toEqual(rect(0, 0, 420, 320))
  })
})

describe('remembered places', () => {
  it('are one per display, the latest first', () => {
    const first = rememberPlace([], stood(LAPTOP, rect(0, 0, 500, 400)))
    const second = rememberPlace(first, stood(BESIDE, rect(1500, 0, 500, 400)))
    const third = rememberPlace(second, stood(LAPTOP, rect(9, 9, 500, 400)))
    expect(third.map(({ display, bounds }) => [display.id, bounds.x])).toEqual([
      [1, 9],
      [2, 1500],
    ])
  })

  it('do not grow without end', () => {
    let places: readonly WindowPlace[] = []
    for (let id = 0; id < 40; id += 1) {
      places = rememberPlace(places, stood(screenOf(id, rect(id, 0, 900, 900)), rect(0, 0, 500, 400)))
    }
    expect(places).toHaveLength(12)
    expect(places[0]?.display.id).toBe(39)
  })

  it('come back from the file as they were', () => {
    const places = [
      stood(LAPTOP, rect(1, 2, 500, 400), { maximised: true }),
      stood(LEFT, rect(-9, 2, 500, 400)),
    ]
    expect(parsePlaces(JSON.stringify(places))).toEqual(places)
  })

  it.each([
    ['nothing', ''],
    ['half a file', '[{"display":'],
    ['an object', '{}'],
    ['other things', '[1, null, "x", {}]'],
    [
      'a place without a display',
      JSON.stringify([{ bounds: rect(0, 0, 1, 1), maximised: true, fullScreen: false }]),
    ],
    ['a window without width', JSON.stringify([stood(LAPTOP, rect(0, 0, 0, 400))])],
    ['bounds that are texts', JSON.stringify([{ ...stood(LAPTOP, rect(0, 0, 1, 1)), bounds: { x: 'a' } }])],
  ])('are none when the file holds %s', (_, json) => {
    expect(parsePlaces(json)).toEqual([])
  })
})
