/** Milliseconds a keystroke may spend in the preview; what is left is done in slices. */
export const AT_ONCE = 4
/** Milliseconds of a slice, between which the page does what else there is. */
export const SLICE = 8
/** Milliseconds until what a keystroke left is done: another frame's work, or a block too long for every key. */
export const NEXT_FRAME = 16
export const PAUSE = 200
/** Milliseconds in which what has been rendered is drawn. */
export const DRAWN = 50
/** Milliseconds without a key until what concerns the whole article (offsets far off, heading ids) is brought up to date. */
export const REST = 400
/** Milliseconds after the writer's last input within which scrolling is the writer's. */
export const SCROLL_LEAD = 1200
