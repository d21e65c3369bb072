/**
 * Waits for all jobs, also when one fails, so that nothing goes on behind a failure; then throws the failure of the
 * first one that failed, by their order.
 */
export async function together<T extends readonly unknown[]>(
  ...jobs: { readonly [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  await Promise.allSettled(jobs)
  return Promise.all(jobs)
}
