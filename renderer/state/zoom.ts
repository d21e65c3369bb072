import { ZOOM } from '../../core/settings.ts'

/** The sizes a command steps through, as factors. */
const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/** The next larger (1) or smaller (-1) size after a factor, within the limits of both zooms. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? STEPS.find((step) => step > zoom + 0.001)
      : STEPS.findLast((step) => step < zoom - 0.001)
  return next ?? (direction === 1 ? ZOOM.max : ZOOM.min)
}
