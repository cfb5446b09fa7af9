import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type * as Engines from '../../../../src/kit/src/database/engines';
import type { CheckpointPace } from '../../../../src/kit/src/database/engines/engine';
import type * as CheckpointThreads from '../../../../src/kit/src/database/engines/sqlite/checkpoints/checkpoint-thread';
import { boot, root, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { statementsOf } from '../../harness/statements';

/** As they are compiled: the thread's file stands beside them. */
const compiled = path.join(root, 'src/kit/dist/database/engines');
const load = createRequire(__filename);
const { engineOf } = load(compiled) as typeof Engines;
const { startCheckpointThread } = load(
  path.join(compiled, 'sqlite/checkpoints/checkpoint-thread.js')
) as typeof CheckpointThreads;
const startCheckpoints = (strapi: Core.Strapi, pace: CheckpointPace) =>
  engineOf(strapi.db).startCheckpoints(strapi, pace);

const AT_ONCE = { interval: 0, maxPages: 1_000 };
const LATER = { interval: 3_600_000, maxPages: 1_000 };

describe.each(databases)('the log of a database that much is written into, on $name', (kind) => {
  let site: TestSite;

  beforeEach(async () => {
    site = await boot(kind);
  });
  afterEach(() => site.close());

  const isSqlite = kind.name === 'sqlite';

  const pragma = async (statement: string): Promise<unknown> => {
    const [row] = (await site.strapi.db.connection.raw(`pragma ${statement}`)) as object[];
    return Object.values(row ?? {})[0];
  };
  const write = (name: string): Promise<unknown> =>
    site.strapi.db.query('api::tag.tag').create({ data: { name, slug: name } });
  /** What the connection is told of its log. */
  const toldOf = async (work: () => Promise<unknown>): Promise<string[]> =>
    (await statementsOf(site.strapi, work))
      .map(({ sql }) => sql)
      .filter((sql) => sql.startsWith('pragma wal_autocheckpoint ='));

  if (!isSqlite) {
    it('is the server’s own affair', async () => {
      const sent = await statementsOf(site.strapi, async () => {
        const checkpointer = await startCheckpoints(site.strapi, AT_ONCE);
        await checkpointer.checkpoint();
        await checkpointer.close();
      });
      expect(sent).toEqual([]);
    });
    return;
  }

  it('is moved by a thread, and by the connection again afterwards', async () => {
    const usual = await pragma('wal_autocheckpoint');
    const told = await toldOf(async () => {
      const checkpointer = await startCheckpoints(site.strapi, AT_ONCE);
      for (const name of ['a', 'b', 'c']) {
        await write(name);
        await checkpointer.checkpoint();
      }
      expect(await pragma('wal_autocheckpoint')).toBe(0);
      await checkpointer.close();
    });
    expect(told).toEqual([
      'pragma wal_autocheckpoint = 0',
      `pragma wal_autocheckpoint = ${String(usual)}`,
    ]);
    // Nothing was left for the connection: the thread had moved it all.
    const [state] = (await site.strapi.db.connection.raw('pragma wal_checkpoint')) as {
      log: number;
      checkpointed: number;
    }[];
    expect(state?.checkpointed).toBe(state?.log);
    expect(await pragma('integrity_check')).toBe('ok');
    expect(await site.strapi.db.query('api::tag.tag').count()).toBe(3);
  });

  /** How many pages the log has, and how many of them are in the database (https://www.sqlite.org/walformat.html). */
  const state = (): { readonly pages: number; readonly moved: number } => {
    const index = readFileSync(`${site.database.environment['DATABASE_FILENAME']}-shm`);
    return { pages: index.readUInt32LE(16), moved: index.readUInt32LE(96) };
  };

  it('is waited for when it has grown long, so that the next who writes begins it anew', async () => {
    const checkpointer = await startCheckpoints(site.strapi, { interval: 0, maxPages: 0 });
    await write('a');
    await checkpointer.checkpoint();
    // Long enough for the thread's answer to be there: it has a handful of pages to move.
    await pause(500);
    expect(state().moved).toBe(state().pages);
    await write('b');
    await checkpointer.checkpoint();
    const before = state();
    expect(before.moved).toBe(before.pages);
    await write('c');
    expect(state().moved).toBe(0);
    await checkpointer.close();
  });

  it('is left to the connection where little is written', async () => {
    const told = await toldOf(async () => {
      const checkpointer = await startCheckpoints(site.strapi, LATER);
      await write('a');
      await checkpointer.checkpoint();
      await checkpointer.close();
    });
    expect(told).toEqual([]);
  });

  it('is left to the connection where the driver is not to be found, or requests are answered', async () => {
    const { app } = site.strapi.dirs;
    const { root: home } = app;
    const told = await toldOf(async () => {
      app.root = '/nowhere';
      const lost = await startCheckpoints(site.strapi, AT_ONCE);
      app.root = home;
      await lost.checkpoint();
      await lost.close();
      const { httpServer } = site.strapi.server;
      await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      const serving = await startCheckpoints(site.strapi, AT_ONCE);
      await serving.checkpoint();
      await serving.close();
      httpServer.close();
    });
    expect(told).toEqual([]);
  });

  it('hears of a thread that dies, and waits for it no longer', async () => {
    const failures: Error[] = [];
    const thread = startCheckpointThread({ filename: 'data.db', driver: '/nowhere' }, (error) =>
      failures.push(error)
    );
    expect(await thread.checkpoint()).toBeNull();
    expect(await thread.checkpoint()).toBeNull();
    await thread.stop();
    expect(failures).toEqual([expect.objectContaining({ code: 'MODULE_NOT_FOUND' })]);
  });
});
