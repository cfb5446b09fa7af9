import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const NAMES = ['alpha', 'beta', 'gamma'] as const;
const DATE = '2022-02-17T00:35:15.000Z';
const pathOf = (slug: string) => `/2022/02/17/${slug}.html`;

/** What a document is, by the rules alone. */
interface Life {
  documentId: string;
  title: string;
  draft: string;
  published: string | null;
  /** The title as it was last published. */
  publishedTitle: string | null;
  wasPublished: boolean;
  made: boolean;
  former: Set<string>;
  /** The slug as it was last published. */
  current: string | null;
}

/** All documents, and who holds which slug. */
class Model {
  readonly lives: Life[] = [];

  holder(slug: string): Life | undefined {
    return this.lives.find((life) => this.holds(life).has(slug));
  }

  holds(life: Life): Map<string, string> {
    const held = new Map<string, string>([...life.former].map((slug) => [slug, 'former']));
    if (life.current !== null) held.set(life.current, 'current');
    if (!held.has(life.draft)) held.set(life.draft, 'reserved');
    return held;
  }

  /** The first free of name, name-2, name-3 …; what a life holds itself does not count as taken. */
  free(name: string, from = 1, own?: Life): string {
    for (let number = from; ; number += 1) {
      const slug = number === 1 ? name : `${name}-${number}`;
      const holder = this.holder(slug);
      if (holder === undefined || holder === own) return slug;
    }
  }

  /** What `resolve` says of a slug's path: 404 for what was never published, or is not to be seen. */
  answer(slug: string): { status: number; path: string | null } {
    const holder = this.holder(slug);
    const published = holder?.published ?? null;
    if (published === null || (slug !== published && !holder?.former.has(slug))) {
      return { status: 404, path: null };
    }
    return { status: slug === published ? 200 : 301, path: pathOf(published) };
  }

  publish(life: Life): void {
    if (life.current !== null && life.current !== life.draft) life.former.add(life.current);
    life.former.delete(life.draft);
    life.current = life.draft;
    life.published = life.draft;
    life.publishedTitle = life.title;
    life.wasPublished = true;
  }
}

type Step =
  | { readonly kind: 'create'; readonly name: string; readonly slug: string | null }
  | { readonly kind: 'bulkPublish' | 'bulkUnpublish' }
  | { readonly kind: 'title' | 'slug'; readonly who: number; readonly name: string }
  | {
      readonly kind: 'publish' | 'unpublish' | 'discard' | 'delete' | 'clone' | 'resend';
      readonly who: number;
    };

const name = fc.constantFrom(...NAMES);
const who = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('bulkPublish' as const, 'bulkUnpublish' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('create' as const), name, slug: fc.option(name) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('title' as const, 'slug' as const), who, name }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'publish' as const,
        'publish' as const,
        'unpublish' as const,
        'discard' as const,
        'delete' as const,
        'clone' as const,
        'resend' as const
      ),
      who,
    }),
  }
);

export const randomLives = suite('random lives', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let editor: string;
  /** Every slug that was a document's at some time. */
  const seen = new Set<string>();

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    const registered = await site.http.post('/admin/register-admin').send({
      firstname: 'Lin',
      lastname: 'Wang',
      email: 'lin@example.com',
      password: 'Sheets-of-2022',
    });
    editor = registered.body.data.token;
  });

  const clear = () => emptySite(strapi);

  const isForm = (slug: string, of: string) =>
    slug === of || new RegExp(`^${of}-[1-9]\\d*$`).test(slug);

  /** Takes one step both ways. */
  const take = async (model: Model, taken: Step): Promise<void> => {
    const posts = strapi.documents(POST);
    if (taken.kind === 'create') {
      const given = taken.slug ?? taken.name;
      const draft = model.free(given);
      const created = await posts.create({
        data: {
          title: taken.name,
          date: DATE,
          ...(taken.slug === null ? {} : { slug: taken.slug }),
        },
      });
      model.lives.push({
        documentId: created.documentId,
        title: taken.name,
        draft,
        published: null,
        publishedTitle: null,
        wasPublished: false,
        made: isForm(given, taken.name),
        former: new Set(),
        current: null,
      });
      return;
    }
    if (!('who' in taken)) {
      if (model.lives.length === 0) return;
      for (const life of model.lives) {
        if (taken.kind === 'bulkPublish') model.publish(life);
        else life.published = null;
      }
      const answer = await site.http
        .post(`/content-manager/collection-types/${POST}/actions/${taken.kind}`)
        .set('Authorization', `Bearer ${editor}`)
        .send({ documentIds: model.lives.map(({ documentId }) => documentId) });
      expect(answer.status).toBe(200);
      return;
    }
    const life = model.lives[taken.who % Math.max(1, model.lives.length)];
    if (life === undefined) return;
    const { documentId } = life;
    switch (taken.kind) {
      case 'title': {
        const follows = life.made && !life.wasPublished && taken.name !== life.title;
        life.title = taken.name;
        if (follows && !isForm(life.draft, taken.name)) life.draft = model.free(taken.name);
        await posts.update({ documentId, data: { title: taken.name } });
        return;
      }
      case 'slug': {
        const holder = model.holder(taken.name);
        const update = posts.update({ documentId, data: { slug: taken.name } });
        if (holder !== undefined && holder !== life) {
          await expect(update).rejects.toMatchObject({
            details: { free: model.free(taken.name, 2, life) },
          });
          return;
        }
        if (taken.name !== life.draft) {
          life.draft = taken.name;
          life.made = isForm(taken.name, life.title);
        }
        await update;
        return;
      }
      case 'resend': {
        await posts.update({ documentId, data: { title: life.title, slug: life.draft } });
        return;
      }
      case 'publish': {
        model.publish(life);
        await posts.publish({ documentId });
        return;
      }
      case 'unpublish': {
        life.published = null;
        await posts.unpublish({ documentId });
        return;
      }
      case 'discard': {
        if (life.published === null) return;
        life.draft = life.published;
        life.title = life.publishedTitle ?? life.title;
        await posts.discardDraft({ documentId });
        return;
      }
      case 'delete': {
        model.lives.splice(model.lives.indexOf(life), 1);
        await posts.delete({ documentId });
        return;
      }
      case 'clone': {
        const stem = isForm(life.draft, life.title) ? life.title : life.draft;
        const draft = model.free(stem, 2);
        const clone = await posts.clone({ documentId });
        model.lives.push({
          documentId: clone?.documentId ?? '',
          title: life.title,
          draft,
          published: null,
          publishedTitle: null,
          wasPublished: false,
          made: isForm(life.draft, life.title),
          former: new Set(),
          current: null,
        });
      }
    }
  };

  const compare = async (model: Model): Promise<void> => {
    const rows = await strapi.db.query(POST).findMany({});
    const addresses = await strapi.db.query('plugin::permalinks.address').findMany({});
    const expected = model.lives.flatMap((life) =>
      [...model.holds(life)].map(([slug, state]) => `${life.documentId} ${slug} ${state}`)
    );
    expect(
      addresses.map((row) => `${row.targetDocumentId} ${row.address} ${row.state}`).sort()
    ).toEqual(expected.sort());
    expect(
      rows
        .map((row) => `${row.documentId} ${row.publishedAt ? 'live' : 'draft'} ${row.slug}`)
        .sort()
    ).toEqual(
      model.lives
        .flatMap(({ documentId, draft, published }) => [
          `${documentId} draft ${draft}`,
          ...(published === null ? [] : [`${documentId} live ${published}`]),
        ])
        .sort()
    );
    for (const row of [...addresses.map(({ address }) => address), ...NAMES]) seen.add(row);
    const slugs = [...seen];
    const { body } = await site.http
      .post('/api/permalinks/resolve')
      .send({ urls: slugs.map(pathOf) });
    expect(
      slugs.map((slug, index) => {
        const { status, path } = body.data[index];
        return { slug, status, path };
      })
    ).toEqual(slugs.map((slug) => ({ slug, ...model.answer(slug) })));
  };

  it('leave every slug and address as the rules have it, step by step', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }),
        async (steps) => {
          await clear();
          const model = new Model();
          for (const taken of steps) {
            await take(model, taken);
            await compare(model);
          }
        }
      ),
      { numRuns: 25, endOnFailure: true }
    );
  });
});
