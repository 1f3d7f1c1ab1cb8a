export const list = {
  'list.comma': '{before}, {next}',
  'list.and': '{before} and {last}',
  'list.or': '{before} or {last}',
  'list.semicolon': '{before}; {next}',
  'list.for': '{said}, for {conditions}',
  'list.whole-numbers': 'every whole number {letters}',
} as const
