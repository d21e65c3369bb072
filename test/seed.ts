import fc from 'fast-check'
import { runs } from './runs.ts'

// The suite says the same each time it is run; `FUZZ_SEED=random` (or a number) and `FUZZ_RUNS` look further.
const given = process.env.FUZZ_SEED
fc.configureGlobal({
  numRuns: runs(100),
  ...(given === 'random' ? {} : { seed: Number(given ?? 20_261_122) }),
})
