import { graphql, type HostileRead, post, times } from './read';

const spreads = (count: number, padding = ''): string =>
  [
    'query { posts { ...F0 } }',
    ...Array.from({ length: count }, (_, i) =>
      i === count - 1
        ? `fragment F${i} on Post { title }`
        : `fragment F${i} on Post { ${padding} ...F${i + 1} ...F${i + 1} }`
    ),
  ].join(' ');

const nested = (levels: number): string =>
  `{ posts { categories ${'{ parent '.repeat(levels)}{ name }${' }'.repeat(levels)} } }`;

const described = (levels: number): string =>
  `{ __schema { types { fields ${'{ type { fields '.repeat(levels)}{ name }${' } }'.repeat(levels)} } } }`;

const ids = Array.from({ length: 50_000 }, (_, i) => i);
const and = (count: number): unknown => ({
  and: Array.from({ length: count }, () => ({ tags: { name: { contains: 'm' } } })),
});
const deep = (levels: number): unknown => {
  let filter: unknown = { title: { eq: 'a' } };
  for (let level = 0; level < levels; level += 1) filter = { not: filter };
  return filter;
};
const FILTERED = 'query ($f: PostFiltersInput) { posts(filters: $f) { title } }';

/** What may be asked of GraphQL, and how. */
export const GRAPHQL_READS: readonly HostileRead[] = [
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
  graphql('eight levels', nested(6)),
  graphql('a hundred levels', nested(100)),
  graphql('thousands of levels', nested(3000)),
  graphql('braces without end', '{'.repeat(20_000)),
  graphql('a document of half a megabyte', `{ posts { ${'title '.repeat(80_000)} } }`),
  graphql('a comment of half a megabyte', `#${'x'.repeat(500_000)}\n{ posts { title } }`),
  graphql(
    'a string of half a megabyte',
    `{ posts(filters: { body: { contains: "${'x'.repeat(500_000)}" } }) { title } }`
  ),
  graphql('directives without end', `{ posts { title ${'@include(if: true) '.repeat(400)} } }`),
  graphql('a directive that is none', '{ posts @defer { title @nothing(if: 1) } }'),
  graphql(
    'names of its types without end',
    `{ posts { ${times(300, (i) => `t${i}: __typename`, ' ')} } }`
  ),
  graphql(
    'its schema',
    '{ __schema { types { name fields { name type { name ofType { name } } } } } }'
  ),
  graphql('its schema, nested', described(3)),
  graphql('its schema, nested without end', described(12)),
  graphql(
    'its types under other names',
    `{ ${times(15, (i) => `a${i}: __type(name: "Post") { fields { type { fields { type { fields { name } } } } } }`, ' ')} }`
  ),
  graphql(
    'a page of two thousand million',
    '{ posts(pagination: { limit: 2147483647 }) { title } }'
  ),
  graphql('a page beyond an integer', '{ posts(pagination: { page: 99999999999 }) { title } }'),
  graphql(
    'a page far away',
    '{ posts(pagination: { page: 2147483647, pageSize: 100 }) { title } }'
  ),
  graphql('a page that is negative', '{ posts(pagination: { start: -5, limit: -1 }) { title } }'),
  graphql(
    'connections in connections',
    '{ posts_connection { nodes { categories_connection { nodes { parent { name } } pageInfo { total } } tags_connection { pageInfo { total } } } } }'
  ),
  graphql(
    'twins of twins',
    '{ posts(pagination: { limit: 100 }) { twins { twins { twins { title } } } } }'
  ),
  graphql(
    'twins and their relations',
    '{ posts(pagination: { limit: 100 }) { twins { categories { name } tags { name } } path } }'
  ),
  graphql('a NUL in a literal', '{ posts(filters: { title: { eq: "\\u0000" } }) { title } }'),
  graphql('a NUL in a variable', FILTERED, { f: { title: { eq: '\0' } } }),
  graphql('a NUL in the key of a variable', FILTERED, { f: { 'a\0': 1 } }),
  graphql('half a surrogate pair', '{ posts(filters: { title: { eq: "\\ud800" } }) { title } }'),
  post(
    'half a surrogate pair in JSON',
    '/graphql',
    `{"query":${JSON.stringify(FILTERED)},"variables":{"f":{"title":{"eq":"\\udfff"}}}}`
  ),
  graphql(
    'an id that is a word',
    '{ posts(filters: { categories: { documentId: { eq: null } } }) { title } }'
  ),
  graphql('a date that is a word', '{ posts(filters: { date: { gt: "soon" } }) { title } }'),
  graphql(
    'a date that holds a text',
    '{ posts(filters: { date: { contains: "2022-01-01T00:00:00Z" } }) { title } }'
  ),
  graphql(
    'the year 20000',
    '{ posts(filters: { date: { gt: "+020000-01-01T00:00:00Z" } }) { title } }'
  ),
  graphql(
    'one value that is between',
    '{ posts(filters: { date: { between: ["2022-01-01T00:00:00Z"] } }) { title } }'
  ),
  graphql('JSON that is compared', '{ posts(filters: { frontMatter: { eq: "a" } }) { title } }'),
  graphql(
    'JSON that holds a text',
    '{ posts(filters: { frontMatter: { contains: "a" } }) { title } }'
  ),
  graphql(
    'a relation that is not',
    '{ posts(filters: { categories: { not: { name: { eq: "a" } } } }) { title } }'
  ),
  graphql(
    'an operator in an operator',
    '{ posts(filters: { title: { not: { not: { not: { eq: "a" } } } } }) { title } }'
  ),
  graphql('one post by a NUL', '{ post(documentId: "\\u0000") { title } }'),
  graphql('one post by a very long id', `{ post(documentId: "${'a'.repeat(100_000)}") { title } }`),
  graphql('drafts', '{ posts(status: DRAFT) { title } }'),
  graphql('a status that is none', '{ posts(status: GONE) { title } }'),
  graphql(
    'where an address leads, fifteen times',
    `{ ${times(15, (i) => `a${i}: resolvePermalink(url: "/${'a/'.repeat(300)}${i}") { path }`, ' ')} }`
  ),
  graphql('where a NUL leads', '{ resolvePermalink(url: "/\\u0000") { path } }'),
  graphql('where half a surrogate pair leads', '{ resolvePermalink(url: "/\\udfff") { path } }'),
  graphql('a change', 'mutation { deletePost(documentId: "x") { documentId } }'),
  graphql(
    'many changes',
    `mutation { ${times(15, (i) => `a${i}: createPost(data: { title: "a" }) { documentId }`, ' ')} }`
  ),
  graphql('a subscription', 'subscription { posts { title } }'),
  graphql('nothing', ''),
  graphql('what is not GraphQL', 'select * from posts; drop table posts'),
  post(
    'many requests at once',
    '/graphql',
    JSON.stringify(Array(500).fill({ query: '{ posts { title } }' }))
  ),
  post('JSON that is none', '/graphql', '{"query":'),
  post('JSON that is a word', '/graphql', '"posts"'),
  post(
    'JSON of a thousand levels',
    '/graphql',
    `{"query":"{posts{title}}","variables":${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}}`
  ),
  post('a query that is a list', '/graphql', '{"query":["{posts{title}}"]}'),
  post('a form', '/graphql', 'query=%7Bposts%7Btitle%7D%7D', 'application/x-www-form-urlencoded'),
  post('a document as it is', '/graphql', '{ posts { title } }', 'application/graphql'),
  post('a document as text', '/graphql', '{"query":"{posts{title}}"}', 'text/plain'),
  post(
    'an answer that was asked for by its hash',
    '/graphql',
    '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'
  ),
  {
    name: 'fragments in an address',
    path: `/graphql?query=${encodeURIComponent(spreads(25))}`,
    headers: { 'apollo-require-preflight': 'true' },
  },
  {
    name: 'fragments at a path written otherwise',
    path: '/GraphQL/',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: spreads(25) }),
  },
  { name: 'no question at all', path: '/graphql', headers: { accept: 'application/json' } },
];
