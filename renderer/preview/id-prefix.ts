/** Prefix of ids in the preview, the one DOMPurify gives, so that no id can shadow a property of the document. */
export const ID_PREFIX = 'user-content-'
