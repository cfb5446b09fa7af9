import { joinAs } from '../../harness/people';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';

const GETS = ['/archives', '/archives/x', '/archives/x/file?path=a', '/folders', '/tasks/x'];
const KEYS = '/archives/x/keys';
const MORE_GETS = ['/tasks/x/issues', '/tasks/x/report', '/runs', '/runs/1/undoing'];
const CONFLICTS = ['/archives/x/conflicts', '/archives/x/conflicts/1'];
const DESK = '/archives/x/desk';
const GETS_OF_DESK = [DESK, `${DESK}/file?path=a`];
const POSTS = ['/archives', '/archives/upload?file=a.zip', '/archives/x/preview'];
const MORE_POSTS = ['/archives/x/import', '/tasks/x/cancel', '/runs/1/rollback'];
const SETTLE = '/archives/x/settle';

/** Every route, and the permissions that it asks for beside that to see. */
const ROUTES = [
  ...[...GETS, ...MORE_GETS, KEYS].map((address) => ['get', address] as const),
  ...[...CONFLICTS, ...GETS_OF_DESK].map((address) => ['get', address] as const),
  ...[...POSTS, ...MORE_POSTS].map((address) => ['post', address] as const),
  ...[SETTLE, `${DESK}/reading`].map((address) => ['post', address] as const),
  ['put', '/archives/x'] as const,
  ['put', `${DESK}/correction`] as const,
  ['delete', '/archives/x'] as const,
  ['put', '/archives/x/mapping'] as const,
  ['delete', '/archives/x/mapping'] as const,
  ['delete', `${DESK}/correction?checksum=a`] as const,
];

export const rights = suite('the rights to the Archives page', (current) => {
  let reader = '';

  /** Gives a role exactly some of the permissions. */
  const allow = async (code: string, names: readonly string[]): Promise<void> => {
    const { strapi } = current();
    const { id } = await strapi.db.query('admin::role').findOne({ where: { code } });
    await strapi.service('admin::role').assignPermissions(
      id,
      names.map((name) => ({ action: `plugin::front-matter.archives.${name}` }))
    );
  };
  const statusOf = async (method: 'get' | 'post' | 'put' | 'delete', address: string) =>
    (
      await current()
        .http[method](`/front-matter${address}`)
        .set('authorization', `Bearer ${reader}`)
        .set('content-type', 'application/json')
    ).status;

  /** The routes that answer with something else than that it is forbidden. */
  const open = async (): Promise<string[]> => {
    const answers: string[] = [];
    for (const [method, address] of ROUTES) {
      const status = await statusOf(method, address);
      expect([200, 400, 403, 404]).toContain(status);
      if (status !== 403) answers.push(`${method} ${address.split('?')[0]}`);
    }
    return answers;
  };

  beforeAll(async () => {
    await signIn(current());
    reader = await joinAs(current(), 'strapi-author', 'reader');
  });
  afterAll(() => allow('strapi-author', []));

  it('are asked of everybody who has not logged in', async () => {
    for (const [method, address] of ROUTES) {
      await current().http[method](`/front-matter${address}`).expect(401);
    }
  });

  it('are nobody’s who was not given any', async () => {
    expect(await open()).toEqual([]);
  });

  it('let those who may see it see it, and do nothing', async () => {
    await allow('strapi-author', ['read']);
    expect(await open()).toEqual([
      ...['get /archives', 'get /archives/x', 'get /archives/x/file', 'get /tasks/x'],
      ...['get /tasks/x/issues', 'get /tasks/x/report', 'get /runs', 'get /runs/1/undoing'],
      ...['get /archives/x/keys', 'get /archives/x/desk', 'post /tasks/x/cancel'],
    ]);
    const { body } = await current()
      .http.get('/front-matter/archives')
      .set('authorization', `Bearer ${reader}`);
    expect(body.data.may).toEqual({ import: false, rollback: false, mend: false });
  });

  it('let those who may not see it do nothing either', async () => {
    await allow('strapi-author', ['import', 'rollback', 'mend']);
    expect(await open()).toEqual([]);
  });

  it('tell importing from rolling back', async () => {
    await allow('strapi-author', ['read', 'rollback']);
    expect(await open()).toContain('post /runs/1/rollback');
    expect(await open()).not.toContain('post /archives/x/import');
    await allow('strapi-author', ['read', 'import']);
    expect(await open()).toContain('post /archives/x/import');
    expect(await open()).toContain('put /archives/x/mapping');
    expect(await open()).toContain('delete /archives/x/mapping');
    expect(await open()).not.toContain('post /runs/1/rollback');
  });

  it('to settle conflicts are no others', async () => {
    await allow('strapi-author', ['read', 'mend']);
    expect(await open()).toEqual(
      expect.arrayContaining([
        'get /archives/x/conflicts',
        'get /archives/x/conflicts/1',
        'post /archives/x/settle',
      ])
    );
    expect(await open()).not.toContain('post /archives/x/import');
    await allow('strapi-author', ['read', 'import', 'rollback']);
    const others = (await open()).filter((route) => /conflicts|settle/u.test(route));
    expect(others).toEqual([]);
  });

  it('tell correcting files from importing', async () => {
    const corrects = [
      ...['get /archives/x/desk/file', 'post /archives/x/desk/reading'],
      ...['put /archives/x/desk/correction', 'delete /archives/x/desk/correction'],
    ];
    await allow('strapi-author', ['read', 'import', 'rollback']);
    const without = await open();
    for (const route of corrects) expect(without).not.toContain(route);
    await allow('strapi-author', ['read', 'mend']);
    expect(await open()).toEqual(expect.arrayContaining(corrects));
    expect(await open()).not.toContain('post /archives/x/import');
    await allow('strapi-author', ['read', 'import']);
  });

  it('to cancel are those to start', async () => {
    const { strapi, http } = current();
    await allow('strapi-author', ['read', 'import']);
    const insert = (kind: string, key = kind, settles = false) =>
      strapi.db.query('plugin::front-matter.task').create({
        data: {
          ...{ kind, settles, key: `${key}-key`, documentId: `${key}-key`, state: 'finished' },
          ...{ startedBy: 'Lin', startedAt: new Date(), beatAt: new Date(), counts: {} },
        },
      });
    await insert('import');
    await insert('rollback');
    await insert('import', 'settling', true);
    const cancel = (key: string) =>
      http.post(`/front-matter/tasks/${key}/cancel`).set('authorization', `Bearer ${reader}`);
    await cancel('import-key').expect(200);
    await cancel('rollback-key').expect(403);
    await cancel('settling-key').expect(200);
    await allow('strapi-author', ['read', 'mend']);
    await cancel('settling-key').expect(200);
    await cancel('import-key').expect(403);
  });
});
