import { imageAddress } from '../preview/image-address.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { ImageThumbnail } from './image-thumbnail.tsx'
import { shownText, TextControl } from './text-control.tsx'

/** A picture's address and the picture itself. */
export function ImageControl(props: ControlProps) {
  const form = useForm()
  const address = shownText(props.field)
  return (
    <div className="fm-image">
      {address.trim() !== '' && (
        <ImageThumbnail address={imageAddress(address, form.context, form.articleName)} key={address} />
      )}
      <TextControl {...props} multiline={false} technical />
    </div>
  )
}
