import { bootOn } from '../../../harness/boot';
import { comeToRest } from '../../../harness/come-to-rest';
import type { DatabaseKind, TestDatabase } from '../../../harness/databases';
import { startedDatabase } from '../../../harness/database/started-database';
import type { Values } from '../questions/values';
import { makePeople, type People } from '../people/people';
import { fillPosts } from './fill-posts';
import { fillTerms } from './fill-terms';
import { readValues } from './read-values';

/** A database with posts, and what can be asked of it by whom. */
export interface Filled {
  readonly database: TestDatabase;
  readonly values: Values;
  readonly people: People;
}

/** Fills a database that the application was started on, and stops again. */
const fill = async (database: TestDatabase): Promise<Filled> => {
  const { strapi } = await bootOn(database);
  try {
    const { categories, tags } = await fillTerms(strapi);
    await fillPosts(strapi, categories, tags);
    return { database, values: await readValues(strapi), people: await makePeople(strapi) };
  } finally {
    await comeToRest(strapi);
    await strapi.destroy();
  }
};

/** Makes a database with a few hundred posts, their categories and tags. */
export const makeFilledDatabase = async (kind: DatabaseKind): Promise<Filled> => {
  const database = await startedDatabase(kind);
  return fill(database).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
};
