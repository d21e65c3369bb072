import type { ViewUpdate } from '@codemirror/view'

/** Whether the writer put in or took away text in the editor itself. */
export function isTyped({ transactions }: ViewUpdate): boolean {
  return transactions.some((tr) => tr.isUserEvent('input') || tr.isUserEvent('delete'))
}
