/** CodeMirror's own words, by the keys of our translations. */
const PHRASES = {
  'find.find': 'Find',
  'find.replaceWith': 'Replace',
  'find.next': 'next',
  'find.previous': 'previous',
  'find.all': 'all',
  'find.matchCase': 'match case',
  'find.byWord': 'by word',
  'find.regexp': 'regexp',
  'find.replace': 'replace',
  'find.replaceAll': 'replace all',
  'find.close': 'close',
  'find.currentMatch': 'current match',
  'find.onLine': 'on line',
  'find.replacedOne': 'replaced match on line $',
  'find.replacedAll': 'replaced $ matches',
  'find.goToLine': 'Go to line',
  'find.go': 'go',
  'find.controlCharacter': 'Control character',
} as const;

type PhraseKey = keyof typeof PHRASES;

/** CodeMirror's own words in the language of the panel. */
export const phrasesIn = (
  say: (key: PhraseKey, defaultMessage: string) => string
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(PHRASES).map(([key, phrase]) => [phrase, say(key as PhraseKey, phrase)])
  );
