import type { Core } from '@strapi/strapi';
import { serve } from '../../site/serve';

const POST = 'api::post.post';

/** Rows that go into one statement. */
const CHUNK = 100;

/** When what was made is due. */
export interface ToSchedule {
  /** When the first one is due and when the last one, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** A document of which a published row was written, each time that one was. */
export interface Published {
  readonly documentId: string;
  /** When it was due, and when it was published, in milliseconds since 1970. */
  readonly dueAt: number;
  readonly publishedAt: number;
}

interface Schedule {
  add(schedules: readonly object[]): Promise<void>;
}

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  sqlite: [
    `create trigger bench_publishing after insert on posts when new.published_at is not null
     begin insert into bench_published (document_id) values (new.document_id); end`,
  ],
  mysql: [
    `create trigger bench_publishing after insert on posts for each row
     insert into bench_published (document_id)
     select new.document_id from dual where new.published_at is not null`,
  ],
  postgres: [
    `create function bench_publishing() returns trigger language plpgsql as
     'begin insert into bench_published (document_id) values (new.document_id); return new; end'`,
    `create trigger bench_publishing after insert on posts for each row
     when (new.published_at is not null) execute function bench_publishing()`,
  ],
};

/** Has the database note each row that is published, whichever process writes it. */
const watch = async ({ db }: Core.Strapi): Promise<void> => {
  await db.connection.schema.createTable('bench_published', (table) => {
    table.increments('id');
    table.string('document_id', 255);
    table.index('document_id');
  });
  const client = String(db.dialect.client);
  for (const statement of TRIGGERS[client] ?? []) await db.connection.raw(statement);
};

const make = async (strapi: Core.Strapi, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const data = { title: `Post ${index}`, body: '<p>Output rose in the second quarter.</p>' };
    ids.push((await strapi.documents(POST).create({ data })).documentId);
  }
  return ids;
};

const schedule = async (
  strapi: Core.Strapi,
  ids: readonly string[],
  { from, to }: ToSchedule
): Promise<void> => {
  const step = (to - from) / ids.length;
  const service = strapi.plugin('newsroom').service<Schedule>('schedule');
  for (let start = 0; start < ids.length; start += CHUNK) {
    const part = ids.slice(start, start + CHUNK);
    await service.add(
      part.map((documentId, place) => {
        const at = new Date(Math.round(from + (start + place) * step));
        return { uid: POST, documentId, language: '', at };
      })
    );
  }
  await strapi.db.connection.raw(
    `create table bench_due as select target, due_at from newsroom_schedules`
  );
};

const count = async ({ db }: Core.Strapi, table: string): Promise<number> => {
  const [row] = await db.connection(table).count({ count: '*' });
  return Number((row as { count?: unknown } | undefined)?.count ?? 0);
};

const timeOf = (value: unknown): number => new Date(value as string | number | Date).getTime();

const published = async ({ db }: Core.Strapi): Promise<readonly Published[]> => {
  const rows: readonly Readonly<Record<string, unknown>>[] = await db
    .connection('bench_published as log')
    .leftJoin('posts as post', (join) => {
      join.on('post.document_id', 'log.document_id').andOnNotNull('post.published_at');
    })
    .leftJoin('bench_due as due', 'due.target', 'log.document_id')
    .select('log.document_id', 'post.published_at', 'due.due_at');
  return rows.map((row) => ({
    documentId: String(row['document_id']),
    dueAt: timeOf(row['due_at']),
    publishedAt: timeOf(row['published_at']),
  }));
};

/** Documents published one after the other by the Document Service alone, in a second. */
const publishBare = async (strapi: Core.Strapi, posts: number): Promise<number> => {
  const ids = await make(strapi, posts);
  const started = performance.now();
  for (const documentId of ids) await strapi.documents(POST).publish({ documentId });
  return posts / ((performance.now() - started) / 1000);
};

/** A site that publishes what is due, beside others on the same database. */
void serve((strapi) => {
  let made: readonly string[] = [];
  return {
    watch: () => watch(strapi),
    make: async (posts: number) => {
      made = await make(strapi, posts);
    },
    schedule: (asked: ToSchedule) => schedule(strapi, made, asked),
    left: () => count(strapi, 'newsroom_schedules'),
    published: () => published(strapi),
    publishBare: (posts: number) => publishBare(strapi, posts),
  };
});
