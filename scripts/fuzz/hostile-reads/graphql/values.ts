import { graphql, type HostileRead, post, times } from '../read';
import { FILTERED } from './filters';

/** Values that no database or no type can hold. */
export const VALUES: readonly HostileRead[] = [
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
];
