import type { Display, Rectangle, Screen } from 'electron'

type Faked = {
  getPrimaryDisplay(): Pick<Display, 'id' | 'bounds' | 'workArea'>
  getAllDisplays(): Pick<Display, 'id' | 'bounds' | 'workArea'>[]
  getDisplayMatching(
    ...args: Parameters<Screen['getDisplayMatching']>
  ): Pick<Display, 'id' | 'bounds' | 'workArea'>
}

/** A display of this size with a bar of 40 pixels at its bottom. */
export function display(
  id: number,
  x: number,
  y: number,
  width: number,
  height: number,
): ReturnType<Faked['getPrimaryDisplay']> {
  return { id, bounds: { x, y, width, height }, workArea: { x, y, width, height: height - 40 } }
}

function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** The displays of the machine, the primary one first. */
export class FakeScreen implements Faked {
  displays = [display(1, 0, 0, 1920, 1080)]

  getPrimaryDisplay(): ReturnType<Faked['getPrimaryDisplay']> {
    const [primary] = this.displays
    if (!primary) throw new Error('There is no display')
    return primary
  }

  getAllDisplays(): ReturnType<Faked['getAllDisplays']> {
    return this.displays
  }

  getDisplayMatching(rect: Rectangle): ReturnType<Faked['getPrimaryDisplay']> {
    const best = [...this.displays].sort((a, b) => shared(rect, b.bounds) - shared(rect, a.bounds))
    return best[0] ?? this.getPrimaryDisplay()
  }
}
