// Bundled to dist/electron/updater.cjs, by itself: it is loaded when updates are looked for, and not before.
export { autoUpdater } from 'electron-updater'
