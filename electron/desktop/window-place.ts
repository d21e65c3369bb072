/** A rectangle in device-independent pixels. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A display as far as windows are placed on it. */
export interface Place {
  readonly id: number
  readonly bounds: Rect
  /** Its part that no dock, task bar or menu bar covers. */
  readonly workArea: Rect
}

/** How a window stood, and on which display. */
export interface WindowPlace {
  readonly display: { readonly id: number; readonly bounds: Rect }
  /** Neither maximised nor in full screen. */
  readonly bounds: Rect
  readonly maximised: boolean
  readonly fullScreen: boolean
}

export type NewPlace = Pick<WindowPlace, 'bounds' | 'maximised' | 'fullScreen'>

export const SMALLEST = { width: 420, height: 320 } as const
const USUAL = { width: 1280, height: 860 } as const
/** How far a window stands from the one it would otherwise cover. */
const STEP = 28
/** How many displays are remembered. */
const MOST_PLACES = 12

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** `rect` moved, and if need be made smaller, so that all of it is inside `area`. */
export function fitInto(rect: Rect, area: Rect): Rect {
  const width = Math.min(Math.max(rect.width, SMALLEST.width), area.width)
  const height = Math.min(Math.max(rect.height, SMALLEST.height), area.height)
  return {
    x: Math.round(clamp(rect.x, area.x, area.x + area.width - width)),
    y: Math.round(clamp(rect.y, area.y, area.y + area.height - height)),
    width: Math.round(width),
    height: Math.round(height),
  }
}

function centred(size: Pick<Rect, 'width' | 'height'>, area: Rect): Rect {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return fitInto(
    { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height },
    area,
  )
}

/** Beside every window in `taken` that begins at the same corner, as far as there is room. */
function besides(rect: Rect, taken: readonly Rect[], area: Rect): Rect {
  const covers = (one: Rect): boolean =>
    taken.some((it) => Math.abs(it.x - one.x) < STEP / 2 && Math.abs(it.y - one.y) < STEP / 2)
  let free = rect
  let tries = taken.length
  while (tries-- > 0 && covers(free)) free = fitInto({ ...free, x: free.x + STEP, y: free.y + STEP }, area)
  return free
}

/** The display a place was on: by its id, else by its bounds, for ids change when a display is plugged in again. */
function displayOf(place: WindowPlace, displays: readonly Place[]): Place | undefined {
  return (
    displays.find((it) => it.id === place.display.id) ??
    displays.find((it) => sameRect(it.bounds, place.display.bounds))
  )
}

/**
 * Where a new window goes: as the last one stood on the display `preferred` (null: on any that is still there),
 * wholly visible, and beside the windows in `taken`. `displays` begins with the primary one. Of a display that is
 * gone the size is kept, in the middle of the primary one.
 */
export function placeWindow(
  saved: readonly WindowPlace[],
  displays: readonly Place[],
  taken: readonly Rect[],
  preferred: number | null,
): NewPlace {
  const [primary] = displays
  if (!primary) return { bounds: { x: 0, y: 0, ...USUAL }, maximised: false, fullScreen: false }
  const standing = saved.flatMap((place) => {
    const display = displayOf(place, displays)
    return display ? [{ place, display }] : []
  })
  const found = standing.find(({ display }) => display.id === preferred) ?? standing[0]
  if (!found) {
    const area = (displays.find((it) => it.id === preferred) ?? primary).workArea
    const bounds = besides(centred(saved[0]?.bounds ?? USUAL, area), taken, area)
    return { bounds, maximised: saved[0]?.maximised ?? false, fullScreen: false }
  }
  const { place, display } = found
  // The display may stand elsewhere by now, beside others or alone.
  const x = place.bounds.x - place.display.bounds.x + display.bounds.x
  const y = place.bounds.y - place.display.bounds.y + display.bounds.y
  const bounds = besides(fitInto({ ...place.bounds, x, y }, display.workArea), taken, display.workArea)
  // A further window does not cover the first one's screen.
  const fullScreen = place.fullScreen && taken.length === 0
  return { bounds, maximised: place.maximised, fullScreen }
}

/** The places with `place` as the latest, one per display. */
export function rememberPlace(saved: readonly WindowPlace[], place: WindowPlace): readonly WindowPlace[] {
  const others = saved.filter(
    ({ display }) => display.id !== place.display.id && !sameRect(display.bounds, place.display.bounds),
  )
  return [place, ...others].slice(0, MOST_PLACES)
}

function isRect(value: unknown): value is Rect {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as Partial<Record<keyof Rect, unknown>>
  return [x, y, width, height].every((it) => Number.isFinite(it)) && Number(width) > 0 && Number(height) > 0
}

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== 'object' || value === null) return false
  const { display, bounds, maximised, fullScreen } = value as Partial<Record<keyof WindowPlace, unknown>>
  if (typeof display !== 'object' || display === null || !('id' in display) || !('bounds' in display))
    return false
  const flags = typeof maximised === 'boolean' && typeof fullScreen === 'boolean'
  return Number.isFinite(display.id) && isRect(display.bounds) && isRect(bounds) && flags
}

/** The places in a file's text; what is damaged is left out. */
export function parsePlaces(json: string): readonly WindowPlace[] {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value.filter(isPlace).slice(0, MOST_PLACES) : []
  } catch {
    return [] // Windows then stand where a first one would.
  }
}
