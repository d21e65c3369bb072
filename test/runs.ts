/** Runs of a property: `FUZZ_RUNS` in the environment, else `usual`. */
export function runs(usual: number): number {
  return Number(process.env.FUZZ_RUNS ?? usual)
}
