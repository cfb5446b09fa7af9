import { graphql, type HostileRead, times } from '../read';

const nested = (levels: number): string =>
  `{ posts { categories ${'{ parent '.repeat(levels)}{ name }${' }'.repeat(levels)} } }`;

const described = (levels: number): string =>
  `{ __schema { types { fields ${'{ type { fields '.repeat(levels)}{ name }${' } }'.repeat(levels)} } } }`;

/** Documents that are deep or long, and questions about the schema. */
export const DOCUMENTS: readonly HostileRead[] = [
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
];
