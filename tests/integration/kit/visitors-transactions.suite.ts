import type { Transaction } from '../../../src/kit/src/database';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const TAG = 'api::tag.tag';

/** A request of a visitor's that reads. */
const VISITORS = { method: 'GET', state: { route: { info: { type: 'content-api' } }, auth: {} } };

interface Client {
  _query(connection: object, statement: { readonly sql: string }): Promise<unknown>;
}

export const visitorsTransactions = suite('transactions of visitors who read', (current) => {
  let site: TestSite;

  const asVisitor = (work: () => Promise<unknown>): Promise<void> =>
    site.strapi.requestContext.run(VISITORS as never, async () => {
      await work();
    });
  const tag = (name: string) => ({ data: { name, slug: name } });
  const names = async (): Promise<string[]> => {
    const found = await site.strapi.db
      .query(TAG)
      .findMany({ where: { name: { $contains: 'late' } } });
    return found.map(({ name }: { readonly name: string }) => name).sort();
  };
  /** What goes to the database of a transaction's own: its begin and its end. */
  const markersOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const { client } = site.strapi.db.connection as unknown as { readonly client: Client };
    const prototype = Object.getPrototypeOf(client) as Client;
    const send = prototype._query;
    const markers: string[] = [];
    prototype._query = function note(connection, statement) {
      const [word = ''] = statement.sql.split(/[\s;]/u);
      if (/^(?:begin|commit|rollback|savepoint)$/iu.test(word)) markers.push(word.toLowerCase());
      return send.call(this, connection, statement);
    };
    try {
      await work();
    } finally {
      prototype._query = send;
    }
    return markers;
  };

  beforeAll(async () => {
    site = current();
    await asVisitor(() => site.strapi.documents(TAG).findMany({}));
    await site.strapi.documents(TAG).create(tag('late-first'));
  });
  afterAll(async () => {
    await site.strapi.db.query(TAG).deleteMany({ where: { name: { $contains: 'late' } } });
  });

  it('are none where servers see in each statement what is committed', async () => {
    if (site.strapi.db.dialect.client === 'sqlite') return;
    const read = () => site.strapi.documents(TAG).findMany({ filters: { name: 'late-first' } });
    expect(await markersOf(() => asVisitor(read))).toEqual([]);
    expect(await markersOf(read)).toEqual(['begin', 'commit']);
  });

  it('begin at the first statement that writes, and end with it', async () => {
    const write = async () => {
      await site.strapi.documents(TAG).findMany({});
      await site.strapi.documents(TAG).create(tag('late-second'));
    };
    const markers = await markersOf(() => asVisitor(() => site.strapi.db.transaction(write)));
    if (site.strapi.db.dialect.client !== 'sqlite') expect(markers).toEqual(['begin', 'commit']);
    expect(await names()).toEqual(['late-first', 'late-second']);
  });

  it('undo all that was written when they fail', async () => {
    const fail = async () => {
      await names();
      await site.strapi.documents(TAG).create(tag('late-third'));
      await site.strapi.documents(TAG).create(tag('late-fourth'));
      throw new Error('on purpose');
    };
    await expect(asVisitor(() => site.strapi.db.transaction(fail))).rejects.toThrow('on purpose');
    expect(await names()).not.toContain('late-third');
    expect(await names()).not.toContain('late-fourth');
  });

  it('have others within them', async () => {
    await asVisitor(() =>
      site.strapi.db.transaction(async ({ trx }) => {
        await trx('tags').where({ name: 'late-first' }).select('id');
        const inner = trx.transaction(async (nested: Transaction) => {
          await nested('tags').where({ name: 'late-first' }).update({ slug: 'late-inner' });
          throw new Error('on purpose');
        });
        await expect(inner).rejects.toThrow('on purpose');
        await trx('tags').where({ name: 'late-first' }).update({ slug: 'late-outer' });
      })
    );
    const [first] = await site.strapi.db.query(TAG).findMany({ where: { name: 'late-first' } });
    expect(first).toMatchObject({ slug: 'late-outer' });
  });

  it('hold what they lock until their end', async () => {
    if (site.strapi.db.dialect.client === 'sqlite') return;
    const order: string[] = [];
    let change: Promise<unknown> = Promise.resolve();
    await asVisitor(() =>
      site.strapi.db.transaction(async ({ trx }) => {
        await trx('tags').where({ name: 'late-first' }).select('id').forUpdate();
        change = Promise.resolve(
          site.strapi.db
            .connection('tags')
            .where({ name: 'late-first' })
            .update({ slug: 'late-by-other' })
        ).then(() => order.push('changed'));
        await new Promise((done) => setTimeout(done, 300));
        order.push('ended');
      })
    );
    await change;
    expect(order).toEqual(['ended', 'changed']);
  });
});
