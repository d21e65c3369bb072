import { useEffect, useRef } from 'react'

interface RemoteImageProps {
  readonly src: string
  readonly title: string
  /** Natural size in pixels. */
  readonly onLoad: (width: number, height: number) => void
  readonly onBroken: () => void
}

/**
 * A picture from the network in a frame of its own: the page's policy forbids such pictures, the frame's widens
 * for them and for nothing else. No script runs in it; the address of the page is not sent.
 */
export function RemoteImage({ src, title, onLoad, onBroken }: RemoteImageProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const tell = useRef({ onLoad, onBroken })
  useEffect(() => {
    tell.current = { onLoad, onBroken }
  })
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const fill = (): void => {
      const inside = element.contentDocument
      if (inside === null || inside.URL === 'about:blank') return
      inside.body.replaceChildren(picture(inside, src, tell.current))
    }
    element.addEventListener('load', fill)
    return () => element.removeEventListener('load', fill)
  }, [src])
  return (
    <iframe
      ref={frame}
      className="fm-remote"
      title={title}
      sandbox="allow-same-origin"
      src="preview.html?images=remote"
      tabIndex={-1}
    />
  )
}

function picture(
  inside: Document,
  src: string,
  tell: Pick<RemoteImageProps, 'onLoad' | 'onBroken'>,
): HTMLImageElement {
  const image = inside.createElement('img')
  image.alt = ''
  image.referrerPolicy = 'no-referrer'
  inside.documentElement.style.cssText = 'height:100%;overflow:hidden;background:transparent'
  inside.body.style.cssText = 'margin:0;padding:0;height:100%;background:transparent'
  image.style.cssText = 'display:block;width:100%;height:100%;object-fit:contain;margin:0;border-radius:0'
  image.addEventListener('load', () => tell.onLoad(image.naturalWidth, image.naturalHeight))
  image.addEventListener('error', () => tell.onBroken())
  image.src = src
  return image
}
