import type { Database } from './connection';

/**
 * Has rows that are streamed come by their ids. Strapi's `export` and `transfer` stream each table without an order and
 * give rows new ids as they come: from PostgreSQL a row comes the later the later it was last changed, so that what is
 * told apart by a lower or a higher id, as the changes of a run are, would be exchanged on the other site.
 */
export const streamInOrder = (db: Database): void => {
  const build = db.queryBuilder.bind(db);
  db.queryBuilder = (uid) => {
    const query = build(uid);
    const stream = query.stream.bind(query);
    query.stream = (options) => {
      query.orderBy({ id: 'asc' });
      return stream(options);
    };
    return query;
  };
};
