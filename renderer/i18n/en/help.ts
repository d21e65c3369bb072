/** The references, the list of shortcuts, and About. */
export const help = {
  'help.markdown': 'Markdown reference',
  'help.frontMatter': 'Front matter reference',
  'help.search': 'Search',
  'help.sections': 'Sections',
  'help.found': '{n, plural, one {# section found} other {# sections found}}',
  'help.field': 'Field',
  'help.meaning': 'What it says',
  'about.data': 'Where your things are',
  'about.dataText':
    'Your articles stay where you keep them. Settings, earlier versions and what a crash must not take are in this folder:',
  'about.showFolder': 'Show the Folder',
  'about.components': 'Made with',
  'about.componentsText': 'Galley stands on the work of others. Their licences:',
} as const
