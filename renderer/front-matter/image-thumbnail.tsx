import { Image as Picture, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { useForm } from './form-context.ts'
import type { ImagePlace } from './image-address.ts'
import { RemoteImage } from './remote-image.tsx'

/** `waiting` until the picture has come or failed. */
type Load =
  | { readonly state: 'waiting' }
  | { readonly state: 'shown'; readonly width: number; readonly height: number }
  | { readonly state: 'broken' }

/** The picture small, or why it is not shown. A picture on the network waits for the writer's leave. */
export function ImageThumbnail({ place }: { readonly place: ImagePlace }) {
  const form = useForm()
  const t = useTranslate()
  const [load, setLoad] = useState<Load>({ state: 'waiting' })
  const [asked, setAsked] = useState(false)
  const onLoad = (width: number, height: number) => setLoad({ state: 'shown', width, height })
  const onBroken = () => setLoad({ state: 'broken' })

  if (place.kind === 'nothing') return null
  if (place.kind === 'unknown') return <Missing reason={t(`form.image.${place.reason}`)} />
  if (place.kind === 'remote' && !form.remoteImages && !asked) {
    return (
      <div className="fm-picture" data-state="asks">
        <Picture aria-hidden size={18} />
        <span className="fm-picture-text">{t('form.image.remote', { host: place.host })}</span>
        <button
          type="button"
          className="fm-button"
          onClick={() => {
            setAsked(true)
            form.loadRemoteImage(place.src)
          }}
        >
          {t('form.image.show')}
        </button>
      </div>
    )
  }
  if (load.state === 'broken') {
    return <Missing reason={t(place.kind === 'remote' ? 'form.image.brokenRemote' : 'form.image.broken')} />
  }
  return (
    <figure className="fm-picture" data-state={load.state}>
      {place.kind === 'remote' ? (
        <RemoteImage src={place.src} title={t('form.image.picture')} onLoad={onLoad} onBroken={onBroken} />
      ) : (
        <img
          src={place.src}
          alt=""
          referrerPolicy="no-referrer"
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => onLoad(naturalWidth, naturalHeight)}
          onError={onBroken}
        />
      )}
      {load.state === 'shown' && load.width > 0 && (
        <figcaption>
          {load.width} × {load.height}
        </figcaption>
      )}
    </figure>
  )
}

function Missing({ reason }: { readonly reason: string }) {
  return (
    <div className="fm-picture" data-state="broken">
      <ImageOff aria-hidden size={18} />
      <span className="fm-picture-text">{reason}</span>
    </div>
  )
}
