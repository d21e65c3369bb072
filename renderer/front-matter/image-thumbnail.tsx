import { Image as Picture, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { assertNever } from '../../core/assert-never.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { ImageAddress } from '../preview/image-address.ts'
import { useForm } from './form-context.ts'
import { RemoteImage } from './remote-image.tsx'

/** `waiting` until the picture has come or failed. */
type Load =
  | { readonly state: 'waiting' }
  | { readonly state: 'shown'; readonly width: number; readonly height: number }
  | { readonly state: 'broken' }

/** The picture small, or why it is not shown. A picture on the network waits for the writer's leave. */
export function ImageThumbnail({ address }: { readonly address: ImageAddress }) {
  const form = useForm()
  const t = useTranslate()
  const [load, setLoad] = useState<Load>({ state: 'waiting' })
  const [asked, setAsked] = useState(() => address.kind === 'remote' && form.remoteWasShown(address.url))
  const [tried, setTried] = useState(0)
  const onLoad = (width: number, height: number) => setLoad({ state: 'shown', width, height })
  const places = placesOf(address)

  if (address.kind === 'broken') return <Missing reason={t(`form.image.${address.reason}`)} />
  if (address.kind === 'remote' && !form.remoteImages && !asked) {
    return (
      <div className="fm-picture" data-state="asks">
        <Picture aria-hidden size={18} />
        <span className="fm-picture-text">{t('form.image.remote', { host: address.host })}</span>
        <button
          type="button"
          className="fm-button"
          onClick={() => {
            setAsked(true)
            form.loadRemoteImage(address.url)
          }}
        >
          {t('form.image.show')}
        </button>
      </div>
    )
  }
  if (load.state === 'broken') {
    return (
      <Missing reason={t(address.kind === 'remote' ? 'form.image.brokenRemote' : 'form.image.notFound')} />
    )
  }
  const onBroken = () => {
    if (tried + 1 < places.length) setTried(tried + 1)
    else setLoad({ state: 'broken' })
  }
  return (
    <figure className="fm-picture" data-state={load.state}>
      {address.kind === 'remote' ? (
        <RemoteImage src={address.url} title={t('form.image.picture')} onLoad={onLoad} onBroken={onBroken} />
      ) : (
        <img
          src={places[tried]}
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

/** Addresses to try in turn. */
function placesOf(address: ImageAddress): readonly string[] {
  switch (address.kind) {
    case 'local':
      return address.urls
    case 'data':
    case 'remote':
      return [address.url]
    case 'broken':
      return []
    default:
      return assertNever(address)
  }
}

function Missing({ reason }: { readonly reason: string }) {
  return (
    <div className="fm-picture" data-state="broken">
      <ImageOff aria-hidden size={18} />
      <span className="fm-picture-text">{reason}</span>
    </div>
  )
}
