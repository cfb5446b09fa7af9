import type { Core } from '@strapi/strapi';
import { assertSame } from './assert-same';
import { CATEGORY, POST } from './content-types';
import { SHARED, SHARED_SLUG } from './model/content';
import type { Document, Value } from './model/document';
import type { Model } from './model/model';
import type { Row } from './model/replay';
import type { World } from './world';

type Found = Readonly<Record<string, unknown>>;

const sorted = (rows: readonly string[]): string[] => [...rows].sort();

/** A slug that was taken has got a number. */
const plainSlug = (slug: unknown): string => String(slug).replace(/(-again|post-\d)-\d+$/u, '$1');

const idOf = (model: Model, value: Value | undefined): string => {
  const seen = model.seen(value);
  return seen === null || typeof seen === 'string' ? '' : seen.id;
};

const expectedRow = (model: Model, { id }: Document, row: Row, status: string): string =>
  [
    id,
    status,
    row['title'],
    row['body'],
    row['excerpt'] ?? '',
    row['slug'],
    row['date'],
    row['permalink'],
    idOf(model, row['category']),
  ].join(' | ');

/** The letter that stands for a date. */
const letterOf = (date: unknown): string =>
  'ABC'[new Date(String(date)).getUTCHours()] ?? String(date);

const comparePosts = async ({ strapi, model }: World): Promise<void> => {
  const rows: Found[] = await strapi.db.query(POST).findMany({ populate: ['categories'] });
  const found = rows.map((row) =>
    [
      row['documentId'],
      row['publishedAt'] === null ? 'draft' : 'published',
      row['title'],
      row['body'],
      row['excerpt'] ?? '',
      plainSlug(row['slug']),
      letterOf(row['date']),
      (row['frontMatter'] as Found)['permalink'] ?? '',
      (row['categories'] as Found[]).map((category) => category['documentId']).join(),
    ].join(' | ')
  );
  const expected = model.living().flatMap((document) => {
    const { draft, published } = model.rows(document);
    return [
      expectedRow(model, document, draft, 'draft'),
      ...(published === null ? [] : [expectedRow(model, document, published, 'published')]),
    ];
  });
  assertSame('posts', sorted(found), sorted(expected));
};

const compareTerms = async ({ strapi, model }: World): Promise<void> => {
  const rows: Found[] = await strapi.db.query(CATEGORY).findMany({});
  const living = model.terms.filter(({ state }) => state === 'there');
  assertSame(
    'categories',
    sorted(rows.map((row) => `${String(row['documentId'])} ${String(row['name'])}`)),
    sorted(living.map(({ id, value, isEdited }) => `${id} ${isEdited ? '编者的 ' : ''}${value}`))
  );
  const ledger: Found[] = await strapi.db
    .query('plugin::front-matter.term')
    .findMany({ where: { kind: 'categories' } });
  assertSame(
    "the ledger's terms",
    sorted(ledger.map((row) => `${String(row['value'])} ${String(row['targetDocumentId'])}`)),
    sorted([...model.byValue].map(([value, { id }]) => `${value} ${id}`))
  );
};

const compareRecords = async ({ strapi, model }: World): Promise<void> => {
  const rows: Found[] = await strapi.db.query('plugin::front-matter.record').findMany({});
  assertSame(
    'records',
    sorted(rows.map((row) => `${String(row['path'])} ${String(row['targetDocumentId'])}`)),
    sorted(model.known().map(({ path, id }) => `${path} ${id}`))
  );
  const changes: Found[] = await strapi.db
    .query('plugin::front-matter.change')
    .findMany({ where: { action: 'updated' } });
  for (const { run, undoneBy, targetDocumentId } of changes) {
    const id = String(targetDocumentId);
    assertSame(
      `a change's document ${id}`,
      model.documents.some((known) => known.id === id),
      true
    );
    assertSame(
      `whether the change of ${id} by run ${String(run)} counts`,
      undoneBy === null,
      model.stands(Number(run))
    );
  }
};

/** The address of a post in its archive. */
const pathOf = (address: string): string => {
  if (address === SHARED) return '/shared';
  const [category = '', slug = ''] = address.split('/');
  return `/${category}/2022/03/03/${slug}.html`;
};

/** Where a post was on this site that has given its slug to another of its address. */
const FORMER_PAGE = new RegExp(`^/[abc]/2022/03/03/${SHARED_SLUG}(-\\d+)?\\.html$`, 'u');

const addressesOf = async (strapi: Core.Strapi): Promise<Found[]> =>
  strapi.db.query('plugin::permalinks.address').findMany({});

/** Every slug on the site is its document's, and no address leads to one that is not there. */
const compareAddresses = async ({ strapi, model }: World): Promise<void> => {
  const addresses = await addressesOf(strapi);
  const deleted = new Set([
    ...model.documents.filter(({ isDeleted }) => isDeleted).map(({ id }) => id),
    ...model.terms.filter(({ state }) => state === 'deleted').map(({ id }) => id),
  ]);
  const living = new Set([
    ...model.living().map(({ id }) => id),
    ...model.terms.filter(({ state }) => state === 'there').map(({ id }) => id),
  ]);
  for (const { address, state, targetDocumentId } of addresses) {
    const isRight =
      state === 'gone'
        ? deleted.has(String(targetDocumentId))
        : living.has(String(targetDocumentId));
    assertSame(`the address ${String(address)}, ${String(state)}`, isRight, true);
  }
  for (const document of model.living()) {
    const { paths, slugs } = model.addressesOf(document);
    for (const { kind, address } of addresses.filter(
      (row) => row['targetDocumentId'] === document.id
    )) {
      const isAsked =
        kind === 'slug'
          ? slugs.has(plainSlug(address))
          : [...paths].some((path) => address === pathOf(path)) ||
            (slugs.has(SHARED_SLUG) && FORMER_PAGE.test(String(address)));
      assertSame(`whether a run asked for ${String(address)} of ${document.id}`, isAsked, true);
    }
  }
  const shared = addresses.find(
    ({ address, state }) => address === pathOf(SHARED) && state !== 'gone'
  );
  assertSame('whose the shared address is', shared?.['targetDocumentId'], model.owner?.id);
  const own = new Set(
    addresses
      .filter(({ kind, state }) => kind === 'slug' && state !== 'gone')
      .map(({ targetDocumentId, address }) => `${String(targetDocumentId)} ${String(address)}`)
  );
  for (const uid of [POST, CATEGORY]) {
    const rows: Found[] = await strapi.db.query(uid).findMany({});
    for (const row of rows) {
      const slug = `${String(row['documentId'])} ${String(row['slug'])}`;
      assertSame(`the address of ${slug}`, own.has(slug), true);
    }
  }
};

/** Holds the site and the ledger against the model. */
export const compare = async (world: World): Promise<void> => {
  await comparePosts(world);
  await compareTerms(world);
  await compareRecords(world);
  await compareAddresses(world);
};
