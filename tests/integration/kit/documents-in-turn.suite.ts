import { AsyncLocalStorage } from 'node:async_hooks';
import { lockDocuments } from '../../../src/kit/src/database';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';

const outside = AsyncLocalStorage.snapshot();

const POST = 'api::post.post';
const PANEL = `/content-manager/collection-types/${POST}`;

export const documentsInTurn = suite('writes to one document', (current) => {
  let site: TestSite;
  let token: string;

  beforeAll(async () => {
    site = current();
    token = await signIn(site);
  });

  const documents = () => site.strapi.documents(POST);
  const publish = async (title: string): Promise<string> =>
    (await documents().create({ data: { title }, status: 'published' })).documentId;
  const rowsOf = (documentId: string) =>
    site.strapi.db.query(POST).findMany({ where: { documentId } });
  const ask = (method: 'post' | 'put' | 'delete', path: string, body: object = {}) =>
    site.http[method](`${PANEL}/${path}`).set('Authorization', `Bearer ${token}`).send(body);

  /** Holds a document in a transaction of its own, and asks meanwhile. */
  const whileHeld = async <Result>(
    documentId: string,
    meanwhile: () => Promise<Result>
  ): Promise<{ readonly wasAnswered: boolean; readonly result: Result }> => {
    let wasAnswered = false;
    const asked = await site.strapi.db.transaction(async ({ trx }) => {
      await lockDocuments(site.strapi, trx, POST, [documentId]);
      // Asked within this transaction, it would be part of it.
      const asking = outside(meanwhile);
      asking.then(
        () => (wasAnswered = true),
        () => undefined
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { asking, was: wasAnswered };
    });
    return { wasAnswered: asked.was, result: await asked.asking };
  };

  it('wait for whoever holds it', async () => {
    const documentId = await publish('held');
    for (const path of [`${documentId}/actions/publish`, `${documentId}/actions/unpublish`]) {
      const { wasAnswered, result } = await whileHeld(documentId, async () => ask('post', path));
      expect([wasAnswered, result.status]).toEqual([false, 200]);
    }
  });

  it('are all done, and others are answered meanwhile, when more come than there are connections', async () => {
    const documentId = await publish('asked for');
    const { result } = await whileHeld(documentId, async () => {
      const saves = Array.from({ length: 25 }, (_, index) =>
        ask('put', documentId, { title: `${index}` })
      );
      const answers = Promise.all(saves.map(async (save) => (await save).status));
      return { read: (await site.http.get('/api/tags')).status, answers: [...(await answers)] };
    });
    expect(result).toEqual({ read: 200, answers: Array.from({ length: 25 }, () => 200) });
  });

  it('keep a draft that has no published version to be put in its place', async () => {
    const { documentId } = await documents().create({ data: { title: 'a draft' } });
    await expect(documents().discardDraft({ documentId })).rejects.toThrow('no published version');
    expect(await rowsOf(documentId)).toHaveLength(1);
  });

  it('discard a draft that has one', async () => {
    const documentId = await publish('before');
    await documents().update({ documentId, data: { title: 'after' } });
    await documents().discardDraft({ documentId });
    expect((await rowsOf(documentId)).map(({ title }) => title)).toEqual(['before', 'before']);
  });

  it('are tried again as a whole where the database gave one up', async () => {
    const documentId = await publish('given up');
    let attempts = 0;
    const stop = site.strapi.db.lifecycles.subscribe({
      models: [POST],
      afterCreate() {
        attempts += 1;
        if (attempts === 1) throw Object.assign(new Error('Deadlock'), { code: '40P01' });
      },
    });
    const { status } = await ask('post', `${documentId}/actions/publish`);
    stop?.();
    expect([status, attempts]).toEqual([200, 2]);
    expect(await rowsOf(documentId)).toHaveLength(2);
  });

  it.each([
    ['saved', 'put', ''],
    ['published', 'post', '/actions/publish'],
  ] as const)(
    'are refused as the asker’s error when what they refer to goes as it is %s',
    async (_, method, path) => {
      const documentId = await publish('referring');
      const fail = () => {
        throw Object.assign(new Error('No such row'), { code: '23503' });
      };
      const stop = site.strapi.db.lifecycles.subscribe({
        models: [POST],
        afterCreate: fail,
        afterUpdate: fail,
      });
      const { status, body } = await ask(method, `${documentId}${path}`, { title: 'again' });
      stop?.();
      expect(status).toBe(400);
      expect(body.error.message).toContain('was deleted at the same time');
      expect((await rowsOf(documentId)).map(({ title }) => title)).toEqual(
        Array(2).fill('referring')
      );
    }
  );

  it('say so when the document is gone by the time it is their turn', async () => {
    const documentId = await publish('going');
    const update = jest.spyOn(site.strapi.db.query(POST), 'count').mockResolvedValueOnce(1);
    await documents().delete({ documentId });
    const { status } = await ask('put', documentId, { title: 'gone' });
    update.mockRestore();
    expect(status).toBe(404);
  });
});
