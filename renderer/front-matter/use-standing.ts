import { useEffect, useState } from 'react'

/** The value that has last stood for `pause` milliseconds; the first one at once. */
export function useStanding(value: string, pause: number): string {
  const [standing, setStanding] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStanding(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return standing
}
