import { graphql, type HostileRead, post, times } from '../read';

const ids = Array.from({ length: 50_000 }, (_, i) => i);

const and = (count: number): unknown => ({
  and: Array.from({ length: count }, () => ({ tags: { name: { contains: 'm' } } })),
});

const deep = (levels: number): unknown => {
  let filter: unknown = { title: { eq: 'a' } };
  for (let level = 0; level < levels; level += 1) filter = { not: filter };
  return filter;
};

/** Posts by a filter that is a variable. */
export const FILTERED = 'query ($f: PostFiltersInput) { posts(filters: $f) { title } }';

/** Filters, sorts and their variables. */
export const FILTERS: readonly HostileRead[] = [
  graphql('five filters by one relation', FILTERED, { f: and(5) }),
  graphql('fifty filters by one relation', FILTERED, { f: and(50) }),
  graphql('filters that are nested', FILTERED, { f: deep(9) }),
  post(
    'filters that are nested without end',
    '/graphql',
    `{"query":${JSON.stringify(FILTERED)},"variables":{"f":${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}}}`
  ),
  graphql('fifty thousand ids', FILTERED, { f: { documentId: { in: ids.map(String) } } }),
  graphql('a text of half a megabyte', FILTERED, {
    f: { body: { contains: 'a'.repeat(500_000) } },
  }),
  graphql('variables of wrong types', FILTERED, { f: [{ title: 3 }, 'x'] }),
  graphql('variables that are none', FILTERED, 'x'),
  graphql('a variable that is missing', 'query ($d: ID!) { post(documentId: $d) { title } }'),
  graphql('lists in lists', `{ posts(sort: ${'['.repeat(500)}${']'.repeat(500)}) { title } }`),
  graphql('a sort without end', `{ posts(sort: [${times(300, () => '"title"', ',')}]) { title } }`),
  graphql(
    'sorted by a relation of a relation',
    '{ posts(sort: "tags.name,categories.name,categories.parent.name") { title } }'
  ),
  graphql('sorted by nothing', '{ posts(sort: [null, ""]) { title } }'),
];
