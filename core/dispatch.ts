import type { Contract, Handlers, Method, Reply } from './contract.ts'
import { AppError, type ErrorCode } from './errors.ts'
import { ARGUMENTS } from './guards-contract.ts'

/** Answers one request; never rejects. */
export type Dispatch = (method: unknown, args: unknown) => Promise<Reply<unknown>>

/** Takes note of a failure nobody expected, with its stack; `method` is the one that was called. */
export type FailureLog = (method: Method, error: unknown) => void

function failure(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, code, message, details: {} }
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'string' && Object.hasOwn(ARGUMENTS, value)
}

/** Left-out arguments at the end arrive as `undefined` over Electron's channel. */
function withoutMissing(args: unknown): unknown {
  if (!Array.isArray(args)) return args
  const last = args.findLastIndex((it) => it !== undefined)
  return args.slice(0, last + 1)
}

async function call<M extends Method>(
  handlers: Handlers,
  method: M,
  args: unknown,
): Promise<Reply<Contract[M]['result']>> {
  const given = withoutMissing(args)
  if (!ARGUMENTS[method](given)) return failure('badRequest', `The arguments of ${method} are not valid.`)
  const checked: Contract[M]['args'] = given
  return { ok: true, value: await handlers[method](...checked) }
}

/**
 * The one entrance to the services: guards the arguments, calls the handler, and turns what it throws into a
 * failed reply. What is no `AppError` is told to `log`; its words never reach the reply.
 */
export function createDispatch(handlers: Handlers, log: FailureLog): Dispatch {
  return async (method, args) => {
    if (!isMethod(method)) return failure('unknownMethod', 'There is no such method.')
    try {
      return await call(handlers, method, args)
    } catch (error) {
      if (error instanceof AppError) {
        return { ok: false, code: error.code, message: error.message, details: error.details }
      }
      log(method, error)
      return failure('internal', `Something in Galley went wrong while it answered ${method}.`)
    }
  }
}
