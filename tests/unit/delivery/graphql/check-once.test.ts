import type { Core } from '@strapi/strapi';
import { checkOnce } from '../../../../src/plugins/delivery/server/src/graphql/check-once';

const TAG = { uid: 'api::tag.tag' };
const PUBLIC = { name: 'public' };

/** Strapi's content API, and how often it was asked. */
const start = () => {
  let request: object | undefined = { path: '/graphql' };
  const asked: object[] = [];
  const check = (query: object) => {
    asked.push(query);
    return 'wrong' in query ? Promise.reject(new Error('wrong')) : Promise.resolve({ ...query });
  };
  const contentAPI = { validate: { query: check }, sanitize: { query: check } };
  checkOnce({
    contentAPI,
    requestContext: { get: () => request },
    config: { get: (_: string, usual: unknown) => usual },
  } as unknown as Core.Strapi);
  const sanitize = contentAPI.sanitize.query as (
    query: object,
    type: object,
    options: object
  ) => Promise<Record<string, unknown>>;
  return {
    asked,
    sanitize: (query: object, auth: object = PUBLIC, type = TAG) => sanitize(query, type, { auth }),
    comeAs: (next: object | undefined) => {
      request = next;
    },
  };
};

describe('the arguments of relations', () => {
  it('are checked once for a request', async () => {
    const { asked, sanitize } = start();
    for (let time = 0; time < 5; time += 1) {
      expect(await sanitize({ limit: 2 })).toEqual({ limit: 2 });
    }
    expect(asked).toHaveLength(1);
  });

  it('are checked again for others, for another type, and for whoever else asks', async () => {
    const { asked, sanitize, comeAs } = start();
    await sanitize({ limit: 2 });
    await sanitize({ limit: 3 });
    await sanitize({ limit: 2 }, PUBLIC, { uid: 'api::category.category' });
    await sanitize({ limit: 2 }, { name: 'editor' });
    comeAs({ path: '/graphql' });
    await sanitize({ limit: 2 });
    expect(asked).toHaveLength(5);
  });

  it('are checked every time outside GraphQL', async () => {
    const { asked, sanitize, comeAs } = start();
    for (const request of [{ path: '/api/posts' }, undefined]) {
      comeAs(request);
      await sanitize({ limit: 2 });
      await sanitize({ limit: 2 });
    }
    expect(asked).toHaveLength(4);
  });

  it('are refused every time, and changed for nobody else', async () => {
    const { sanitize } = start();
    for (let time = 0; time < 2; time += 1) {
      await expect(sanitize({ wrong: true })).rejects.toThrow('wrong');
      const own = await sanitize({ filters: { slug: 'a' } });
      expect(own).toEqual({ filters: { slug: 'a' } });
      own['filters'] = null;
    }
  });
});
