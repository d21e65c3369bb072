import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'

type Faked = Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>

/** With or without the window in front. */
function optionsOf(args: readonly unknown[]): unknown {
  return args.at(-1)
}

/** Native dialogs that a test answers in advance; one without an answer fails. */
export class FakeDialog implements Faked {
  /** The windows that file dialogs were shown on. */
  readonly parents: unknown[] = []
  readonly shown: (OpenDialogOptions | SaveDialogOptions | MessageBoxOptions)[] = []
  private readonly paths: (readonly string[])[] = []
  private readonly buttons: (string | null)[] = []

  /** What the next file dialog gives; nothing: it is cancelled. */
  willChoose(...paths: readonly string[]): void {
    this.paths.push(paths)
  }

  /** The next message box stays until it is taken back, which counts as its cancel button. */
  willWait(): void {
    this.buttons.push(null)
  }

  /** The label of the button pressed in the next message box. */
  willPress(button: string): void {
    this.buttons.push(button)
  }

  private nextPaths(): readonly string[] {
    const paths = this.paths.shift()
    if (!paths) throw new Error('No answer was prepared for this dialog')
    return paths
  }

  showOpenDialog(...args: readonly unknown[]): Promise<OpenDialogReturnValue> {
    this.shown.push(optionsOf(args) as OpenDialogOptions)
    if (args.length > 1) this.parents.push(args[0])
    const filePaths = [...this.nextPaths()]
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  }

  showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue> {
    this.shown.push(optionsOf(args) as SaveDialogOptions)
    if (args.length > 1) this.parents.push(args[0])
    const [filePath = ''] = this.nextPaths()
    return Promise.resolve({ canceled: filePath === '', filePath })
  }

  /** What was said in error boxes, title first. */
  readonly errors: (readonly [title: string, content: string])[] = []

  showErrorBox(title: string, content: string): void {
    this.errors.push([title, content])
  }

  showMessageBox(...args: readonly unknown[]): Promise<MessageBoxReturnValue> {
    const options = optionsOf(args) as MessageBoxOptions
    this.shown.push(options)
    const button = this.buttons.shift()
    if (button === null) {
      const { signal, cancelId = 0 } = options
      if (!signal) throw new Error(`Nothing takes back: ${options.message}`)
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ response: cancelId, checkboxChecked: false }))
      })
    }
    const response = (options.buttons ?? []).indexOf(button ?? '')
    if (response < 0) throw new Error(`No such button was prepared for: ${options.message}`)
    return Promise.resolve({ response, checkboxChecked: false })
  }
}
