import fc from 'fast-check'

// The suite says the same each time it is run; `FUZZ_SEED=random` (or a number) looks further.
const given = process.env.FUZZ_SEED
if (given !== 'random') fc.configureGlobal({ seed: Number(given ?? 20_261_122) })
