import { graphql, type HostileRead } from '../read';

/** Pages, and lists in lists. */
export const LISTS: readonly HostileRead[] = [
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
];
