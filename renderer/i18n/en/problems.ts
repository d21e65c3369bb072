/** What checks find, by code; a code with several causes has one sentence for each. */
export const problems = {
  'problem.syntax': 'This line cannot be read as front matter.',
  'problem.syntax.unclosedQuote':
    'A quotation mark is opened and not closed, or the text in it is not indented.',
  'problem.syntax.unclosedBracket': 'A bracket is opened and not closed.',
  'problem.syntax.badIndent':
    'This line is indented in a way that does not fit the lines around it, or holds a second “: ”.',
  'problem.syntax.tabIndent': 'A tab is used for indentation, where only spaces may stand.',
  'problem.syntax.missingColon': 'This line is no “key: value” entry: the colon is missing.',
  'problem.syntax.missingSpace': 'A space is missing after the colon.',
  'problem.syntax.unexpectedComma': 'A comma stands where a value is due.',
  'problem.syntax.missingComma': 'A comma is missing between two values.',
  'problem.syntax.reservedCharacter':
    'The value begins with a character that has a meaning of its own; put it in quotes.',
  'problem.syntax.unprintable': 'A control character stands here that front matter cannot hold.',
  'problem.syntax.badEscape': 'A backslash in double quotes is followed by something that is no escape.',
  'problem.syntax.tooDeep': 'The values are nested too deeply.',
  'problem.syntax.badTag':
    'A value begins with “!”, “&” or “*”, which have a meaning of their own; put it in quotes if it is text.',
  'problem.syntax.unexpected':
    'Something stands here that JSON does not allow; keys and texts have to be in double quotes.',
  'problem.syntax.unclosed': 'The JSON ends before all its brackets and quotes are closed.',
  'problem.syntax.badString': 'This text is not closed on its line, or holds a backslash that is no escape.',
  'problem.syntax.trailingComma': 'A comma stands after the last entry, which JSON does not allow.',
  'problem.syntax.toml': 'This line is no valid TOML.',
  'problem.syntax.tomlString': 'A text is opened with a quotation mark that is not closed.',
  'problem.syntax.tomlBracket': 'A bracket is not closed, or a comma is missing between two values.',
  'problem.syntax.tomlValue': 'This value is none that TOML knows: text has to stand in quotes.',
  'problem.syntax.tomlKey': 'This line is no “key = value” entry.',
  'problem.syntax.tomlDate':
    'This is no date that TOML knows; write it like 2024-01-09T07:30:00Z, or as text in quotes.',
  'problem.syntax.tomlNumber': 'This is no number that TOML knows; put it in quotes if it is text.',
  'problem.notAMapping': 'No “key: value” entries stand here.',
  'problem.severalDocuments': 'A second YAML document begins here, which is not read.',
  'problem.unknownAlias': '“*{name}” refers to an anchor “&{name}” that does not stand before it.',
  'problem.aliasLimit':
    '“*{name}” stands for more than front matter can hold, so it is shown as it is written.',
  'problem.badTag': 'What follows the tag “{name}” is not what it says.',
  'problem.leadingBlankLine': 'Blank lines stand before the front matter, so site generators do not see it.',
  'fix.leadingBlankLine': 'Remove the blank lines',
  'problem.fenceNeverClosed':
    'The front matter is opened with “{fence}” but never closed, so all of the text counts as body.',
  'fix.fenceNeverClosed': 'Close it after the last entry',
  'problem.duplicateKey':
    '“{key}” already stands in line {line}; generators refuse the article or take one of the two.',
  'fix.duplicateKey': 'Remove this one',
  'problem.tabIndentation': 'This line is indented with a tab, where YAML allows only spaces.',
  'fix.tabIndentation': 'Use spaces',
  'problem.fullWidthColon': 'A full-width colon stands after “{key}”, where “:” and a space are needed.',
  'fix.fullWidthColon': 'Use a plain colon',
  'problem.missingSpaceAfterColon': 'A space is missing after the colon of “{key}”.',
  'fix.missingSpaceAfterColon': 'Insert the space',
  'problem.unquotedColon': 'This value holds a colon and has to stand in quotes.',
  'fix.unquotedColon': 'Put it in quotes',
  'problem.unquotedValue':
    'This value begins with a character that has a meaning in YAML, so it has to stand in quotes.',
  'fix.unquotedValue': 'Put it in quotes',
  'problem.yaml11Meaning': '“{value}” does not mean the same to every site generator.',
  'problem.yaml11Meaning.true': 'Some site generators take “{value}” for true, others for text.',
  'problem.yaml11Meaning.false': 'Some site generators take “{value}” for false, others for text.',
  'problem.yaml11Meaning.octal': 'Some site generators take “{value}” for an octal number and change it.',
  'problem.yaml11Meaning.sexagesimal':
    'Some site generators take “{value}” for a number to base 60 and change it.',
  'problem.yaml11Meaning.number': 'Some site generators take “{value}” for a number, others for text.',
  'problem.yaml11Meaning.date': 'Some site generators take “{value}” for a date, others for text.',
  'fix.yaml11Meaning': 'Write {fix}',
  'problem.strayBom': 'An invisible byte order mark stands here, left over from another file.',
  'fix.strayBom': 'Remove it',
  'problem.nbsp': 'A no-break or full-width space stands here, where a plain space is needed.',
  'fix.nbsp': 'Use a plain space',
  'problem.nul': 'A NUL character stands here, which front matter cannot hold.',
  'fix.nul': 'Remove it',
  'problem.controlCharacter':
    'A control character ({character}) stands here, which front matter cannot hold.',
  'fix.controlCharacter': 'Remove it',
  'problem.trailingComma': 'A comma stands after the last entry, which JSON does not allow.',
  'fix.trailingComma': 'Remove the comma',
  'problem.dateNotUnderstood':
    '“{value}” is not understood as a date, or could mean two; it is left as it is.',
  'problem.dateDependsOnMachine':
    'This date names no time zone: its moment, and perhaps its day, depend on the site’s settings or the computer that builds it.',
  'problem.configSyntax': 'galley.json is no valid JSON, so it is not used.',
  'problem.configShape': 'In galley.json, “{path}” has to be {expected}; this part is not used.',
  'problem.configUnknownValue':
    'In galley.json, “{value}” is no value Galley knows for “{path}”; this part is not used.',
  'problem.configUnknownKey': 'In galley.json, “{path}” is not a key Galley knows; it is ignored.',
  'problem.configRequiredUnknown': 'In galley.json, “{key}” is required but stands in no “properties”.',
} as const
