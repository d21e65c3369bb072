import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, Menu, nativeTheme, session, shell } from 'electron'
import type { EventName, Events, Handlers } from '../../core/contract.ts'
import { AppError } from '../../core/errors.ts'
import { createDispatch } from '../../core/dispatch.ts'
import type { Settings } from '../../core/settings.ts'
import { createContent } from '../content.ts'
import { checkLink } from '../services/link.ts'
import { createPages } from '../services/pages.ts'
import { createServices, type Services } from '../services/services.ts'
import { pathsHandedOver, pathsIn } from './arguments.ts'
import { createDialogs } from './dialogs.ts'
import { handleCalls } from './ipc.ts'
import { createMainWindow, type MainWindow } from './main-window.ts'
import { firstMenuTemplate, menuTemplate } from './menu.ts'
import { messagesFor, type Messages } from './messages.ts'
import { registerAppScheme, serveAppScheme } from './protocol.ts'
import { hardenEveryPage, hardenSession } from './security.ts'

/** Milliseconds the services get to end when the application quits. */
const LONGEST_FAREWELL = 10_000

export interface DesktopOptions {
  /** Absolute path of the bundled preload script. */
  readonly preload: string
  /** The folder of the built renderer. */
  readonly rendererDir: string
}

function log(error: unknown): void {
  console.error(error)
}

/** Electron's own answer is empty when the folder was shown, else the reason. */
async function showFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem !== '') throw new AppError('ioError', problem, { name: path, reason: problem })
}

async function openExternal(url: string): Promise<void> {
  await shell.openExternal(checkLink(url))
}

/** The services of the desktop, with the methods only a window can answer. */
function desktopHandlers(services: Services, main: MainWindow, messages: () => Messages): Handlers {
  return {
    ...services.handlers,
    async 'app.info'() {
      const info = await services.handlers['app.info']()
      return { ...info, openAtStart: main.startPaths() }
    },
    'menu.set'(menus) {
      const template = menuTemplate(menus, process.platform, messages(), {
        run: (id) => main.emit('command.run', { id }),
        open: (path) => main.open([path]),
      })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
      return Promise.resolve(null)
    },
    'window.state'(state) {
      main.setState(state)
      return Promise.resolve(null)
    },
    'window.close'() {
      main.close()
      return Promise.resolve(null)
    },
  }
}

/** Lets the services write what they hold before the application ends. */
function endServicesFirst(services: Services): void {
  let ended = false
  let ending = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (ending) return
    ending = true
    const limit = new Promise<void>((done) => void setTimeout(done, LONGEST_FAREWELL).unref())
    void Promise.race([services.dispose().catch(log), limit]).then(() => {
      ended = true
      app.quit()
    })
  })
}

/** Before the lock, which is held per user data folder. */
function placeUserData(dataDir: string | undefined): void {
  if (!dataDir) return
  const path = resolve(dataDir)
  // Electron takes no folder that does not exist.
  mkdirSync(path, { recursive: true })
  app.setPath('userData', path)
}

/** Runs the one instance there may be of the application, from before Electron is ready until it quits. */
export function startDesktop(options: DesktopOptions): void {
  placeUserData(process.env.GALLEY_DATA_DIR)
  const paths = pathsIn(process.argv, process.cwd(), app.isPackaged)
  if (!app.requestSingleInstanceLock({ paths })) {
    app.quit()
    return
  }
  app.enableSandbox()
  registerAppScheme()
  hardenEveryPage()

  let language: Settings['language'] = 'system'
  const messages = (): Messages => messagesFor(language, app.getLocale())
  const main = createMainWindow({ preload: options.preload, messages, log })
  main.open(paths)

  function follow(settings: Settings): void {
    language = settings.language
    nativeTheme.themeSource = settings.theme
  }

  function emit<E extends EventName>(event: E, payload: Events[E]): void {
    if (event === 'settings.changed') follow(payload as Settings)
    main.emit(event, payload)
  }

  let started = false

  function bring(more: readonly string[]): void {
    main.open(more)
    if (started) main.show()
  }

  app.on('second-instance', (_event, _argv, _folder, data) => bring(pathsHandedOver(data)))
  // macOS; also before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    bring([path])
  })
  app.on('activate', () => bring([]))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  async function start(): Promise<void> {
    hardenSession(session.defaultSession)
    const services = createServices({
      dataDir: app.getPath('userData'),
      version: app.getVersion(),
      shell: 'desktop',
      openAtStart: [],
      locale: app.getLocale(),
      emit,
      ports: { openExternal, showFolder, dialogs: createDialogs(() => main.current(), messages) },
    })
    endServicesFirst(services)
    serveAppScheme(createContent(createPages(options.rendererDir), services.assets), log)
    const dispatch = createDispatch(desktopHandlers(services, main, messages), (_method, error) => log(error))
    handleCalls(dispatch, () => main.current()?.webContents ?? null)
    Menu.setApplicationMenu(Menu.buildFromTemplate(firstMenuTemplate(process.platform)))
    follow(await services.handlers['settings.read']())
    started = true
    main.show()
  }

  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log(error)
      app.exit(1)
    })
}
