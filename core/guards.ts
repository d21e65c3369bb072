/** Says at run time whether a value from outside is what its type promises. */
export type Guard<T> = (value: unknown) => value is T

export const isText: Guard<string> = (value) => typeof value === 'string'
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean'
/** A whole number from 0 up to the largest safe integer. */
export const isCount: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0
/** Any number but NaN and the infinities. */
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value)
/** A number from 0 to 1. */
export const isFraction: Guard<number> = (value): value is number =>
  isNumber(value) && value >= 0 && value <= 1
/** A path or file name: not empty, and without the NUL no file system takes. */
export const isPath: Guard<string> = (value): value is string =>
  isText(value) && value !== '' && !value.includes('\0')

/** A text that matches the whole of `pattern`. */
export function matching(pattern: RegExp): Guard<string> {
  return (value): value is string => isText(value) && pattern.test(value)
}

export function oneOf<T extends string>(values: readonly T[]): Guard<T> {
  return (value): value is T => (values as readonly unknown[]).includes(value)
}

export function nullOr<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((it) => guard(it))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object used as a table: any keys but `__proto__`, each value passing `guard`. */
export function recordOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isObject(value) && !Object.hasOwn(value, '__proto__') && Object.values(value).every((it) => guard(it))
}

type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> }

/** An object with exactly these keys: one too few or too many fails. */
export function shape<T extends object>(fields: Fields<T>): Guard<T> {
  const isPart = partialShape(fields)
  const count = Object.keys(fields).length
  return (value): value is T => isPart(value) && Object.keys(value).length === count
}

/** An object with some of these keys and no others. */
export function partialShape<T extends object>(fields: Fields<T>): Guard<Partial<T>> {
  const guards = new Map<string, Guard<unknown>>(Object.entries(fields))
  return (value): value is Partial<T> =>
    isObject(value) && Object.entries(value).every(([key, it]) => guards.get(key)?.(it) === true)
}

type Elements<A extends readonly unknown[]> = { readonly [K in keyof A]-?: Guard<A[K]> }

/** A list of as many values as there are guards, each passing its own; the last `optional` may be left out. */
export function tuple<A extends readonly unknown[]>(guards: Elements<A>, optional = 0): Guard<A> {
  const list = guards as readonly Guard<unknown>[]
  return (value): value is A =>
    Array.isArray(value) &&
    value.length <= list.length &&
    value.length >= list.length - optional &&
    value.every((it, index) => list[index]?.(it) === true)
}
