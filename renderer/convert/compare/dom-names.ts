const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements at whose edges white space shows nothing (the HTML standard's rendering section). */
export const BLOCKS = words(
  'address article aside base basefont blockquote body br caption center col colgroup dd details dialog dir div dl ' +
    'dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li ' +
    'link main menu meta nav noframes ol optgroup option p pre script section search style summary table tbody td ' +
    'template tfoot th thead title tr ul',
)

/** Elements that stand in a line like a character, whatever is inside them. */
export const BOXES = words(
  'audio button canvas embed iframe img input math meter object picture progress select svg textarea video',
)

/** Elements whose white space shows as it is written. */
export const LITERAL = words('listing plaintext pre textarea xmp')

/** Elements whose edges show, so that a space inside is another than one outside. */
export const EDGED = words('code kbd samp tt')

/** Elements whose content is no text to be read. */
export const RAW = words('script style')

/** Elements without a closing tag. */
export const VOID = words(
  'area base basefont br col embed frame hr img input link meta param source track wbr',
)
