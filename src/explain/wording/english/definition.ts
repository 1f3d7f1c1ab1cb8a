export const definition = {
  'definition.title': 'Definition',
  'definition.also-called': 'Also called {names}.',
  'definition.letter': '{letter}: {meaning}',
  'definition.used': 'Where it is used: {used}.',
  'definition.source': 'Source: {source}.',
} as const
