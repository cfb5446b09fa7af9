import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { withApp } from '../../site/boot';
import { answerQuestions } from '../../site/workers';
import * as site from './site';

const [appDir = ''] = process.argv.slice(2);

/** A statement as it was sent, and how the database means to answer it. */
export interface Planned {
  readonly sql: string;
  readonly bindings: readonly unknown[];
  readonly plan: readonly string[];
}

/** What a round of saves goes through. */
export interface SaveRound {
  readonly from: number;
  readonly count: number;
}

type Documents = ReturnType<Core.Strapi['documents']>;

/** A running app that is measured: it says where it listens, and saves what it is told to. */
void withApp(appDir, async (strapi) => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  const posts = strapi.documents(site.POST as 'api::post.post');

  await answerQuestions({
    port: () => port,
    token: async () => {
      const { accessKey } = await strapi.service('admin::api-token').create({
        name: `bench-${process.pid}`,
        type: 'full-access',
        description: '',
        lifespan: null,
      });
      return accessKey as string;
    },
    plans: (url: string) => plansOf(strapi, port, url),

    /** Milliseconds for a change of title of a published post. */
    update: ({ from, count }: SaveRound) =>
      each(count, (step) =>
        posts.update({
          documentId: site.documentIdOf('p', from + step),
          data: { title: `Post ${from + step}, once more` } as object,
        })
      ),

    /** Milliseconds for a new post with a category, published at once. */
    create: ({ from, count }: SaveRound) =>
      each(count, (step) =>
        posts.create({
          data: newPost(from + step),
          status: 'published',
        })
      ),

    /** Milliseconds for a new title of a draft that was never published: its slug follows it. */
    async rewrite({ from, count }: SaveRound) {
      const drafts: string[] = [];
      for (let step = 0; step < count; step += 1) {
        drafts.push((await posts.create({ data: newPost(from + step) })).documentId);
      }
      return each(count, (step) =>
        posts.update({
          documentId: drafts[step] ?? '',
          data: { title: `Draft ${from + step}, once more` } as object,
        })
      );
    },

    /** How many rows a rename of a category writes, and one of a post that is published again. */
    async renames() {
      const category = { documentId: site.documentIdOf('c', 1) };
      const post = { documentId: site.documentIdOf('p', 1) };
      return {
        category: await changesOf(strapi, () =>
          (strapi.documents(site.CATEGORY as 'api::category.category') as Documents).update({
            ...category,
            data: { slug: 'renamed' } as object,
          })
        ),
        slug: await changesOf(strapi, async () => {
          await posts.update({ ...post, data: { slug: 'renamed' } as object });
          await posts.publish(post);
        }),
      };
    },
  });
});

const newPost = (number: number) => ({
  title: `New ${number} of ${process.pid}`,
  body: 'Orders for the third quarter are in. '.repeat(30),
  date: site.dateOf(number).toISOString(),
  categories: [site.documentIdOf('c', site.categoryOf(number))],
});

const each = async (count: number, save: (step: number) => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  for (let step = 0; step < count; step += 1) await save(step);
  return (performance.now() - start) / count;
};

/** The rows that SQLite says were inserted, changed or deleted on its one connection. */
const changesOf = async (strapi: Core.Strapi, act: () => Promise<unknown>): Promise<number> => {
  const total = async () => {
    const [row] = (await strapi.db.connection.raw('select total_changes() as n')) as {
      n: number;
    }[];
    return row?.n ?? 0;
  };
  const before = await total();
  await act();
  return (await total()) - before;
};

/** Every statement that one look-up sends, with its plan. */
const plansOf = async (strapi: Core.Strapi, port: number, url: string): Promise<Planned[]> => {
  const { connection, dialect } = strapi.db;
  const sent: { sql: string; bindings: readonly unknown[] }[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }) => {
    sent.push({ sql, bindings: bindings ?? [] });
  };
  connection.on('query', listen);
  await fetch(`http://127.0.0.1:${port}/api/permalinks/resolve?url=${encodeURIComponent(url)}`);
  connection.removeListener('query', listen);
  const explain = dialect.client === 'sqlite' ? 'explain query plan' : 'explain';
  const planned: Planned[] = [];
  for (const { sql, bindings } of sent) {
    const unnumbered = sql.replace(/\$\d+/gu, '?');
    const reply: unknown = await connection.raw(`${explain} ${unnumbered}`, [...bindings] as never);
    const rows = (Array.isArray(reply) ? reply : (reply as { rows: unknown[] }).rows) as Record<
      string,
      unknown
    >[];
    planned.push({
      sql,
      bindings,
      plan: rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])),
    });
  }
  return planned;
};
