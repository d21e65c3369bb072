import type { Settings } from '../../core/settings.ts'

/** Whether the settings let an article (by path; null: not saved yet) load images from other hosts. */
export function loadsRemoteImages(
  { remoteImages, remoteImagesAllowed }: Pick<Settings, 'remoteImages' | 'remoteImagesAllowed'>,
  path: string | null,
): boolean {
  return remoteImages === 'always' || (path !== null && remoteImagesAllowed.includes(path))
}
