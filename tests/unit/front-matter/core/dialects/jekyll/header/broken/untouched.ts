import { header, type Row } from './row';

/** What the generator reads, though a person might take it for broken: it stays the generator's. */
export const UNTOUCHED: readonly Row[] = [
  [header('layout: post\ntitle：Salt: a history'), { 'title：Salt': 'a history', layout: 'post' }],
  [header(' layout: post\ntitle: Salt: a history'), { layout: 'post' }],
  [header('tags:\n  -salt\n  -pepper'), { tags: '-salt -pepper' }],
  [header('tags:\n  - salt\n    - pepper'), { tags: ['salt - pepper'] }],
  [header('title: Salt\n  ---\nlayout: post'), { title: 'Salt ---', layout: 'post' }],
  [header('title: “Salt” and “Pepper”'), { title: '“Salt” and “Pepper”' }],
  [header('title: 【Salt】'), { title: '【Salt】' }],
  [header('title: Salt "and" pepper'), { title: 'Salt "and" pepper' }],
  [header("title: 'Salt ''and'' pepper'"), { title: "Salt 'and' pepper" }],
  [header('title: "Salt\n  and pepper"'), { title: 'Salt and pepper' }],
  [header('tags: salt, pepper'), { tags: 'salt, pepper' }],
  [header('tags: [salt， pepper]'), { tags: ['salt， pepper'] }],
  [header('title: Salt\n\nlayout: post'), { title: 'Salt', layout: 'post' }],
  [header('title: Salt // not yet'), { title: 'Salt // not yet' }],
  [
    header('description: |\n  // code\n  - a: b\n  ---\ntitle: Salt'),
    { description: '// code\n- a: b\n---\n', title: 'Salt' },
  ],
  [header('title:\n  - salt'), { title: ['salt'] }],
  ['---\ntitle: Salt\n---\n----\nText.\n', { title: 'Salt', body: '----\nText.\n' }],
  ['---\n\nA rule opens this text.\n', { body: '---\n\nA rule opens this text.\n' }],
  [
    '----\n\nNote: a rule opens this text.\n\n----\n',
    { body: '----\n\nNote: a rule opens this text.\n\n----\n' },
  ],
  [
    '---\nNote: a rule opens this text.\n\nMore.\n',
    { body: '---\nNote: a rule opens this text.\n\nMore.\n' },
  ],
  ['—\nA dash opens this text.\n—\n', { body: '—\nA dash opens this text.\n—\n' }],
  ['+++ a sum\n\nText.\n', { body: '+++ a sum\n\nText.\n' }],
  ['{% include a.html %}\n\nText.\n', { body: '{% include a.html %}\n\nText.\n' }],
  ['{: .lead}\nText.\n', { body: '{: .lead}\nText.\n' }],
  [
    '<!-- a comment -->\n\nText.\n\n---\n\nMore.\n',
    { body: '<!-- a comment -->\n\nText.\n\n---\n\nMore.\n' },
  ],
  ['---\n---\n\nText: more.\n', { body: 'Text: more.\n' }],
  [
    'Title: a letter\nAuthor: a friend\nDate: today\n\nDear.\n',
    { body: 'Title: a letter\nAuthor: a friend\nDate: today\n\nDear.\n' },
  ],
  ['```yaml\na: 1\nb: 2\n```\nText.\n', { body: '```yaml\na: 1\nb: 2\n```\nText.\n' }],
  ['Title: a text\n\nMore.\n', { body: 'Title: a text\n\nMore.\n' }],
  [
    'A heading\n---\n\nText: more.\n\n---\n\nEnd.\n',
    { body: 'A heading\n---\n\nText: more.\n\n---\n\nEnd.\n' },
  ],
  [
    'How to:\n\n```\n---\ntitle: x\nlayout: post\n---\n```\n',
    { body: 'How to:\n\n```\n---\ntitle: x\nlayout: post\n---\n```\n' },
  ],
];
