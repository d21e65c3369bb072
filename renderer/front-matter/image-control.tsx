import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { imagePlace } from './image-address.ts'
import { ImageThumbnail } from './image-thumbnail.tsx'
import { shownText, TextControl } from './text-control.tsx'

/** A picture's address and the picture itself. */
export function ImageControl(props: ControlProps) {
  const form = useForm()
  const address = shownText(props.field)
  return (
    <div className="fm-image">
      <ImageThumbnail place={imagePlace(address, form.context)} key={address} />
      <TextControl {...props} multiline={false} technical />
    </div>
  )
}
