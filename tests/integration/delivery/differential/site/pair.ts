import type { DatabaseKind } from '../../../harness/databases';
import { makeFilledDatabase } from '../data/fill';
import type { Request } from '../questions/question';
import type { Values } from '../questions/values';
import { type Answer, ask } from './ask';
import type { People, PersonName } from '../people/people';
import { serve } from './serve';

/** One of the two sites. */
interface Site {
  readonly port: number;
  ask(request: Request, who: PersonName): Promise<Answer>;
}

/** Two sites over one database, which differ in the fast way alone. */
export interface Pair {
  readonly ours: Site;
  /** Answers as Strapi does. */
  readonly stock: Site;
  readonly values: Values;
  readonly people: People;
  close(): Promise<void>;
}

/** Fills a database of the given kind and serves it twice, each time from a process of its own. */
export const startPair = async (kind: DatabaseKind): Promise<Pair> => {
  const { database, values, people } = await makeFilledDatabase(kind);
  const stock = await serve(database, { DELIVERY: 'false' });
  const ours = await serve(database, { DELIVERY: 'true' });
  const site = (port: number): Site => ({
    port,
    ask: (request, who) => ask(port, request, people[who]),
  });
  return {
    ours: site(ours.port),
    stock: site(stock.port),
    values,
    people,
    async close() {
      await ours.stop();
      await stock.stop();
      await database.drop();
    },
  };
};
