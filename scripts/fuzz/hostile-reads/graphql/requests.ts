import { graphql, type HostileRead, post, times } from '../read';
import { spreads } from './fragments';

/** Changes, and requests in other forms. */
export const REQUESTS: readonly HostileRead[] = [
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
