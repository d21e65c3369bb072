/** Whether a text holds a file's name, as it is or as addresses write it. */
export function namesFile(text: string, name: string): boolean {
  return [name, encodeURIComponent(name), encodeURI(name)].some((written) => text.includes(written))
}
