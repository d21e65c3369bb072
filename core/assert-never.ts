/** Ends an exhaustive `switch`: fails the type check when a case is missing, and throws if it is reached. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`)
}
