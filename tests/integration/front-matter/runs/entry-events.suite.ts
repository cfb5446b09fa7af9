import type { ServerResponse } from 'node:http';
import type { ChangedEntry } from '../../../../src/plugins/front-matter/server/src/run/announcing/events';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { runArchive } from '../../harness/run-script';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';
import { startReceiver, type Received, type Receiver } from './receiver';

const POST = 'api::post.post';
const RUN = 'plugin::front-matter.run';
const ENTRIES = 'front-matter.entries.changed';
const FINISHED = 'front-matter.run.finished';

/** What a database says where two transactions are in each other's way. */
const TRANSIENT = { sqlite: 'SQLITE_BUSY_SNAPSHOT', postgres: '40P01', mysql: 'ER_LOCK_DEADLOCK' };

const isFinished = (received: readonly Received[]): boolean => received.at(-1)?.event === FINISHED;

export const entryEvents = suite('a webhook on what a run writes', (current, kind) => {
  let site: TestSite;
  let folder: ArchiveFolder;
  let receiver: Receiver;

  const configure = (events: object): void => {
    site.strapi.config.set('plugin::front-matter.events', events);
  };
  const ofEntries = () => receiver.received.filter(({ event }) => event === ENTRIES);
  const sizes = () => ofEntries().map(({ body }) => (body['entries'] as ChangedEntry[]).length);
  const entries = () => ofEntries().flatMap(({ body }) => body['entries'] as ChangedEntry[]);
  const told = () => entries().map(({ action, path }) => `${action} ${path}`);
  const write = async (...numbers: readonly number[]) => {
    for (const number of numbers)
      await folder.write(pathOf(number), postText({ title: `${number}` }));
  };
  const pathOf = (number: number) => `_posts/2022-03-03-post-${number}.md`;
  const posts = () =>
    site.strapi.db.query(POST).findMany({
      where: { publishedAt: null },
      select: ['documentId', 'title'],
    });

  /** Has batches fail when they are about to be committed. */
  const failBatches = (failures: readonly Error[]): (() => void) => {
    const left = [...failures];
    return site.strapi.db.lifecycles.subscribe({
      models: [RUN],
      beforeUpdateMany({ params }) {
        const counts = (params.data as { counts?: { created?: number }; status?: string }) ?? {};
        if (counts.status !== undefined || !counts.counts?.created) return;
        const failure = left.shift();
        if (failure !== undefined) throw failure;
      },
    });
  };

  beforeAll(async () => {
    site = current();
    receiver = await startReceiver();
    const token = await signIn(site);
    await site.http
      .post('/admin/webhooks')
      .set('Authorization', `Bearer ${token}`)
      .send({ name: 'all', url: receiver.url, headers: {}, events: [ENTRIES, FINISHED] })
      .expect(201);
    folder = await archiveFolder();
    await write(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  });
  beforeEach(async () => {
    receiver.received.length = 0;
    receiver.answer = (response) => void response.end();
  });
  afterAll(async () => {
    configure({});
    delete process.env['IMPORT_EVENTS'];
    const hooks = await site.strapi.get('webhookStore').findWebhooks();
    for (const hook of hooks) {
      await site.strapi.get('webhookStore').deleteWebhook(String(hook.id));
      site.strapi.get('webhookRunner').remove(hook);
    }
    await folder.drop();
    await receiver.close();
  });

  it('is told of the end alone, where the configuration says nothing', async () => {
    configure({});
    const { report } = await importInto(site.strapi, folder.root);
    await rollBack(site.strapi, report.run);
    await receiver.until((all) => all.length === 2);
    expect(receiver.received.map(({ event }) => event)).toEqual([FINISHED, FINISHED]);
    expect(receiver.received[0]?.body).not.toHaveProperty('entries');
  });

  it('is told of each post of an import once, so many at a time, in order, and last of the end', async () => {
    configure({ entries: true, batch: 4 });
    const { report } = await importInto(site.strapi, folder.root);
    await receiver.until(isFinished);
    expect(sizes()).toEqual([4, 4, 2]);
    const paths = entries().map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted());
    expect(new Set(paths).size).toBe(10);
    const ids = (await posts()).map(({ documentId }) => documentId as string);
    expect(
      entries()
        .map(({ documentId }) => documentId)
        .toSorted()
    ).toEqual(ids.toSorted());
    expect(entries()[0]).toEqual({
      action: 'created',
      documentId: expect.any(String),
      locale: null,
      path: pathOf(0),
    });
    expect(ofEntries()[0]?.body).toMatchObject({
      run: report.run,
      kind: 'import',
      archive: 'archive',
      contentType: POST,
    });
    expect(receiver.received.at(-1)?.body).toMatchObject({ run: report.run, entries: 10 });
  });

  it('is told what was changed and what was taken from the public, and of nothing else', async () => {
    await folder.write(pathOf(3), postText({ title: 'changed' }));
    await folder.write(pathOf(4), postText({ title: '4', header: ['published: false'] }));
    await folder.remove(pathOf(5));
    await importInto(site.strapi, folder.root, { unpublishMissing: true });
    await receiver.until(isFinished);
    expect(told()).toEqual([
      `updated ${pathOf(3)}`,
      `unpublished ${pathOf(4)}`,
      `unpublished ${pathOf(5)}`,
    ]);
  });

  it('is told what a rollback has put back and removed, and what undoing that makes again', async () => {
    const [last, first] = await site.strapi.db
      .query(RUN)
      .findMany({ where: { kind: 'import' }, orderBy: { number: 'desc' }, limit: 2 });
    await rollBack(site.strapi, last.number);
    await receiver.until(isFinished);
    expect(told().toSorted()).toEqual([
      `published ${pathOf(4)}`,
      `published ${pathOf(5)}`,
      `updated ${pathOf(3)}`,
    ]);
    expect(receiver.received.at(-1)?.body).toMatchObject({ kind: 'rollback', entries: 3 });
    receiver.received.length = 0;
    const { report } = await rollBack(site.strapi, first.number);
    await receiver.until(isFinished);
    expect(sizes()).toEqual([4, 4, 2]);
    expect(new Set(entries().map(({ action }) => action))).toEqual(new Set(['removed']));
    expect(new Set(entries().map(({ path }) => path)).size).toBe(10);
    receiver.received.length = 0;
    await rollBack(site.strapi, report.run);
    await receiver.until(isFinished);
    expect(told().toSorted()).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `created ${pathOf(number)}`)
    );
  });

  it('is told nothing of a batch that was rolled back, and once of one that was done again', async () => {
    await write(10, 11, 12);
    const transient = Object.assign(new Error('in the way'), { code: TRANSIENT[kind.name] });
    let stop = failBatches([new Error('no more')]);
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow('no more');
    stop();
    await receiver.until(isFinished);
    expect(told()).toEqual([]);
    expect(receiver.received.at(-1)?.body).toMatchObject({ status: 'failed', entries: 0 });
    receiver.received.length = 0;
    stop = failBatches([transient, transient]);
    await importInto(site.strapi, folder.root);
    stop();
    await receiver.until(isFinished);
    expect(told().filter((each) => each.startsWith('created'))).toEqual(
      [10, 11, 12].map((number) => `created ${pathOf(number)}`)
    );
  });

  it('does not hold an import when it is slow, and has one event after the other', async () => {
    configure({ entries: true, batch: 1 });
    await write(20, 21, 22, 23, 24, 25);
    const waiting: ServerResponse[] = [];
    let isHeld = true;
    receiver.answer = (response) => {
      if (isHeld) waiting.push(response);
      else response.end();
    };
    const { report } = await importInto(site.strapi, folder.root);
    expect(report.created).toBe(6);
    await receiver.until((all) => all.length > 0);
    // While the first is not answered, none follows.
    expect(receiver.received).toHaveLength(1);
    isHeld = false;
    for (const response of waiting) response.end();
    await receiver.until(isFinished);
    expect(told()).toEqual([20, 21, 22, 23, 24, 25].map((number) => `created ${pathOf(number)}`));
  });

  it('that breaks off in the middle misses what it has broken off alone', async () => {
    await write(30, 31, 32, 33);
    receiver.answer = (response) => {
      if (receiver.received.length === 2) response.destroy();
      else response.end();
    };
    const { report } = await importInto(site.strapi, folder.root);
    expect(report.created).toBe(4);
    await receiver.until(isFinished);
    expect(told()).toEqual([30, 31, 32, 33].map((number) => `created ${pathOf(number)}`));
  });

  it('is told all of an import by the command before its process ends', async () => {
    const numbers = Array.from({ length: 230 }, (_, index) => 1000 + index);
    await write(...numbers);
    receiver.answer = (response) => void setTimeout(() => response.end(), 50);
    process.env['IMPORT_EVENTS'] = 'true';
    const { code } = await runArchive(
      ['import', folder.root, '--archive', 'archive'],
      site.database
    );
    delete process.env['IMPORT_EVENTS'];
    expect(code).toBe(0);
    expect(receiver.received.map(({ event }) => event)).toEqual([
      ...[ENTRIES, ENTRIES, ENTRIES],
      FINISHED,
    ]);
    expect(sizes()).toEqual([100, 100, 30]);
    expect(new Set(entries().map(({ documentId }) => documentId)).size).toBe(230);
    expect(
      entries()
        .map(({ path }) => path)
        .toSorted()
    ).toEqual(numbers.map(pathOf).toSorted());
  });
});
