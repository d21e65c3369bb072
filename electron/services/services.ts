import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type {
  AppInfo,
  EventName,
  Events,
  Handlers,
  OpenedArticle,
  RecentArticle,
  SaveRequest,
} from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import { AppError } from '../../core/errors.ts'
import { DEFAULT_SETTINGS, type ImageFolder } from '../../core/settings.ts'
import { createArticleMemory } from './article-memory.ts'
import { addAsset } from './assets-add.ts'
import { createAssets, type Assets } from './assets.ts'
import { writeExport } from './export.ts'
import { createAttributeProbe } from './files/extended-attributes.ts'
import { fileProblem } from './files/file-error.ts'
import { nodeFileSystem } from './files/file-system.ts'
import { createKnownDisks } from './files/known-disks.ts'
import { createKnownVersions } from './files/known-versions.ts'
import { importText } from './files/import-text.ts'
import { MAX_ARTICLE_BYTES, openArticle } from './files/open-article.ts'
import { readFile } from './files/read-file.ts'
import { createSaver, type SavedArticle } from './files/save-article.ts'
import { createSerial } from './files/serial.ts'
import { sweepTemporaries } from './files/temporary.ts'
import { toldProgress } from './files/told-progress.ts'
import { viewFile } from './files/view-file.ts'
import { readContext } from './folder/context.ts'
import { listFolder } from './folder/list-folder.ts'
import { createHistory } from './history/history.ts'
import { createHome, dataFolderError } from './home.ts'
import { createKeptImages } from './kept-images.ts'
import { checkLink } from './link.ts'
import type { Log } from './log.ts'
import type { Dialogs, Ports } from './ports.ts'
import { createJournalHandlers } from './recovery/handlers.ts'
import { createJournal } from './recovery/journal.ts'
import { createRecents } from './store/recents.ts'
import { createSettingsStore } from './store/settings.ts'
import { exportSettings, readSettingsFile } from './store/settings-file.ts'
import { createArticleWatch } from './watching/article-watch.ts'
import { createFolderWatch } from './watching/folder-watch.ts'

export interface ServiceOptions {
  /** Absolute path of the user data folder; created when missing. */
  readonly dataDir: string
  readonly version: string
  readonly shell: AppInfo['shell']
  /** Absolute paths given on the command line. */
  readonly openAtStart: readonly string[]
  /** BCP 47; without it the locale of the process. */
  readonly locale?: string
  readonly log: Pick<Log, 'report' | 'tail'>
  emit<E extends EventName>(event: E, payload: Events[E]): void
  readonly ports: Ports
}

/** The methods a shell answers itself. */
export type ShellMethod =
  | 'clipboard.readText'
  | 'menu.set'
  | 'menu.popup'
  | 'window.state'
  | 'window.close'
  | 'window.new'
  | 'window.reveal'
  | 'recovery.release'
  | 'file.reveal'
  | 'export.pdf'
  | 'app.checkUpdates'
  | 'spelling.state'
  | 'spelling.forget'
  | 'spelling.add'
export type ServiceHandlers = Omit<Handlers, ShellMethod>

export interface Services {
  readonly handlers: ServiceHandlers
  readonly assets: Assets
  /** Ends the watching and waits for every save and journal under way. */
  dispose(): Promise<void>
}

function platform(): AppInfo['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}

/** Every service on one user data folder. Starts at once and does its housekeeping in the background. */
export function createServices(options: ServiceOptions): Services {
  const { dataDir, ports } = options
  const fs = nodeFileSystem
  const assets = createAssets()
  const known = createKnownVersions()
  const serial = createSerial()
  const background = createSerial()
  const swept = new Set<string>()

  /** What no page has heard yet; null from the first page on that asked. */
  let unheard: Events['app.notice'][] | null = []
  const notice = (error: AppError): void => {
    const { code, message, details } = error
    unheard?.push({ code, message, details })
    options.emit('app.notice', { code, message, details })
  }
  const settings = createSettingsStore({
    dataDir,
    changed: (changed) => options.emit('settings.changed', changed),
    invalid: (fields, kept) => {
      const message = `settings.json holds invalid fields; the file is kept as ${kept}.`
      notice(new AppError('settingsInvalid', message, { fields: fields.join(', '), kept }))
    },
  })
  const recents = createRecents(dataDir)
  const history = createHistory(
    join(dataDir, 'history'),
    async () => (await settings.read()).historySize * 1024 * 1024,
  )
  const watch = createArticleWatch({
    fs,
    known,
    changed: (change) => options.emit('article.changedOnDisk', change),
  })
  const folders = createFolderWatch((path) => options.emit('folder.changed', { path }))

  /** Work whose failure must not fail what caused it: each kind of failure is told of once, as a notice. */
  const noticed = new Set<string>()
  function inBackground(job: () => Promise<unknown>): void {
    void background.run('background', job).catch((failure: unknown) => {
      const error = dataFolderError(failure, dataDir)
      const known = error instanceof AppError ? error : new AppError('internal', String(error))
      if (noticed.has(known.message)) return
      noticed.add(known.message)
      notice(known)
    })
  }

  const home = createHome(fs, dataDir)
  const journal = createJournal(
    join(dataDir, 'recovery'),
    () => home.enter(),
    (path) => notice(new AppError('damagedJournal', `${path} is a damaged journal entry.`, { path })),
  )

  /** Removes what cut-off saves have left in a folder, once per folder. */
  function sweep(folder: string): void {
    if (swept.has(folder)) return
    swept.add(folder)
    // A folder that cannot be swept now (gone, not ours) will be next time.
    inBackground(() => sweepTemporaries(fs, folder).catch(() => 0))
  }
  inBackground(async () => {
    for (const folder of [dataDir, join(dataDir, 'recovery'), join(dataDir, 'history')]) sweep(folder)
    for (const { path } of await recents.list()) sweep(dirname(path))
  })

  const memory = createArticleMemory(history, settings)
  function saved(article: SavedArticle): void {
    const { receipt, attributesLost: reason } = article
    if (reason !== null)
      notice(fileProblem('tagsLost', receipt.path, `was saved without its tags (${reason})`, { reason }))
    inBackground(async () => {
      await new Promise((resolve) => setImmediate(resolve)) // The writer gets the answer first.
      await memory.keepSaved(article)
    })
    inBackground(() => memory.rememberEncoding(article))
    inBackground(() => disks.note(article.receipt.realPath))
  }
  const attributes = platform() === 'linux' ? createAttributeProbe() : null
  const disks = createKnownDisks(fs)
  const saver = createSaver({
    fs,
    disks,
    machine: {
      attributes,
      platform: process.platform,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    known,
    serial,
    backups: () => home.backups(),
    saved,
  })

  /** Where a path leads; of a file that is gone, where its folder leads. */
  async function realPathOf(path: string): Promise<string> {
    try {
      return await fs.realPath(path)
    } catch {
      const folder = dirname(path)
      return join(await fs.realPath(folder).catch(() => folder), basename(path))
    }
  }

  async function open(path: string, chosen?: Encoding): Promise<OpenedArticle> {
    // A file that a crash left torn is whole again before it is read; without a user data folder it opens all the same.
    await home.enter().catch(() => null)
    const realPath = await realPathOf(path)
    const remembered = await memory.encodingOf(realPath)
    const article = await openArticle(
      fs,
      path,
      { chosen: chosen ?? null, remembered },
      {
        progress: toldProgress((done, total) => options.emit('article.reading', { path, done, total })),
        beginning: (real, text) => options.emit('article.beginning', { path, realPath: real, text }),
      },
    )
    known.set(article.realPath, article.version)
    if (chosen !== undefined) inBackground(() => settings.rememberEncoding(article.realPath, chosen))
    sweep(dirname(article.realPath))
    inBackground(() => disks.note(article.realPath))
    inBackground(async () => attributes?.look(fs, article.realPath))
    return article
  }

  /** Settings that cannot be read must not keep an image from its place. */
  const imageFolder = (): Promise<ImageFolder> =>
    settings.read().then(
      (it) => it.imageFolder,
      () => DEFAULT_SETTINGS.imageFolder,
    )
  const keptImages = createKeptImages(ports.trash ?? null, imageFolder)

  async function save(request: SaveRequest): ReturnType<Handlers['article.save']> {
    sweep(dirname(request.path))
    keptImages.saving(request.text)
    return saver.save(request)
  }

  /** Keeps what an export takes the place of, where that was opened as an article. */
  async function keepArticle(path: string): Promise<void> {
    const realPath = await realPathOf(path)
    if (known.get(realPath) === null) return
    await background.settled() // What the last save keeps is older.
    const read = await readFile(fs, realPath, MAX_ARTICLE_BYTES).catch(() => null) // Gone, or no article any more.
    if (read !== null) await memory.keepFormer(realPath, read, 'utf-8')
  }

  const inData = async <T>(job: Promise<T>): Promise<T> => {
    try {
      return await job
    } catch (error) {
      throw dataFolderError(error, dataDir)
    }
  }

  const tellRecents = async (
    change: Promise<readonly RecentArticle[]>,
  ): Promise<readonly RecentArticle[]> => {
    const list = await inData(change)
    options.emit('recents.changed', list)
    return list
  }

  const needDialogs = (): Dialogs => {
    if (ports.dialogs === null) throw new AppError('unsupported', 'This shell draws its dialogs in the page.')
    return ports.dialogs
  }

  const handlers: ServiceHandlers = {
    'app.info': () =>
      Promise.resolve({
        version: options.version,
        shell: options.shell,
        platform: platform(),
        locale: options.locale ?? Intl.DateTimeFormat().resolvedOptions().locale,
        homeFolder: homedir(),
        openAtStart: options.openAtStart,
      }),
    'article.open': open,
    'article.view': (path) => viewFile(fs, path),
    'article.save': save,
    'article.watch': async (paths) => {
      await watch.watch(paths)
      return null
    },
    'article.context': (path) => readContext(path, assets),
    'asset.add': async (path, name, base64) => addAsset(path, name, base64, await imageFolder()),
    ...keptImages.handlers,
    'article.import': (name, base64) => Promise.resolve(importText(name, base64)),
    'dialog.openFolder': async () => needDialogs().openFolder(),
    'dialog.open': async (purpose) => needDialogs().open(purpose),
    'dialog.save': async (suggestedPath) => needDialogs().save(suggestedPath),
    'folder.list': listFolder,
    'folder.watch': (paths) => {
      folders.watch(paths)
      return Promise.resolve(null)
    },
    'recent.list': () => inData(recents.list()),
    'recent.add': (path, title) => tellRecents(recents.add(path, title)),
    'recent.remove': (path) => tellRecents(recents.remove(path)),
    'recent.clear': () => tellRecents(recents.clear()),
    'recent.restore': (gone) => tellRecents(recents.restore(gone)),
    'settings.read': () => inData(settings.read()),
    'settings.write': (patch) => inData(settings.write(patch)),
    'settings.export': async (path) => {
      await exportSettings(path, await inData(settings.read()))
      return null
    },
    'settings.readFile': readSettingsFile,
    'data.folder': () => Promise.resolve(dataDir),
    'data.show': async () => {
      if (!ports.showFolder) throw new AppError('unsupported', 'This shell has no file manager.')
      await ports.showFolder(dataDir)
      return null
    },
    'app.notices': () => {
      const told = unheard ?? []
      unheard = null
      return Promise.resolve(told)
    },
    ...createJournalHandlers(journal, inData),
    'history.list': async (path) => {
      await background.settled()
      return inData(history.list(await realPathOf(path)))
    },
    'history.read': async (path, id) => inData(history.read(await realPathOf(path), id)),
    'history.usage': async () => {
      await background.settled()
      return inData(history.usage())
    },
    'history.clear': async () => {
      await background.settled()
      await inData(history.clear())
      return null
    },
    'export.html': async (path, html, overwrite) => {
      if (overwrite) await keepArticle(path)
      await writeExport(path, html, overwrite)
      return null
    },
    'log.write': (report) => {
      options.log.report(report)
      return Promise.resolve(null)
    },
    'log.show': () => Promise.resolve(options.log.tail()),
    'link.open': async (url) => {
      await ports.openExternal(checkLink(url))
      return null
    },
  }

  return {
    handlers,
    assets,
    async dispose() {
      folders.dispose()
      await watch.dispose()
      await serial.settled()
      await background.settled()
      await Promise.all([journal.settled(), settings.settled(), recents.settled(), history.settled()])
      await home.dispose()
    },
  }
}
