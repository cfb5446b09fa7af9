import { graphql, type HostileRead, times } from '../read';

/** Fragments that spread the next one twice each. */
export const spreads = (count: number, padding = ''): string =>
  [
    'query { posts { ...F0 } }',
    ...Array.from({ length: count }, (_, i) =>
      i === count - 1
        ? `fragment F${i} on Post { title }`
        : `fragment F${i} on Post { ${padding} ...F${i + 1} ...F${i + 1} }`
    ),
  ].join(' ');

/** Fragments, and one field under many names. */
export const FRAGMENTS: readonly HostileRead[] = [
  graphql('25 fragments that spread the next twice', spreads(25)),
  graphql('25 fragments of a kilobyte', spreads(25, '# '.repeat(1) + '\n' + 'title '.repeat(40))),
  graphql('200 fragments that spread the next twice', spreads(200)),
  graphql(
    'a fragment that spreads itself',
    '{ posts { ...A } } fragment A on Post { ...B } fragment B on Post { ...A }'
  ),
  graphql('a fragment that is not there', '{ posts { ...A } }'),
  graphql(
    'fifteen lists under other names',
    `{ ${times(15, (i) => `a${i}: posts(pagination: { limit: 100 }) { title body }`, ' ')} }`
  ),
  graphql(
    'a hundred lists under other names',
    `{ ${times(100, (i) => `a${i}: posts { title }`, ' ')} }`
  ),
  graphql(
    'relations under other names',
    `{ posts(pagination: { limit: 100 }) { ${times(14, (i) => `a${i}: tags(pagination: { limit: 100 }) { name }`, ' ')} } }`
  ),
  graphql('one field over and over', `{ posts { ${'title '.repeat(1900)} } }`),
  graphql('one field in many fragments', `{ posts { ${'... { title } '.repeat(400)} } }`),
  graphql(
    'fifteen counts of a search',
    `{ ${times(15, (i) => `a${i}: posts_connection(filters: { body: { containsi: "zz${i}" } }) { pageInfo { total } }`, ' ')} }`
  ),
  graphql(
    'five searches of bodies',
    `{ ${times(5, (i) => `a${i}: posts(filters: { body: { containsi: "zz${i}" } }) { title }`, ' ')} }`
  ),
];
