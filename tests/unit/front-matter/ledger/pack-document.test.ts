import type {
  SiteDocument,
  SiteRow,
} from '../../../../src/plugins/front-matter/server/src/core/document';
import {
  packDocument,
  unpackDocument,
} from '../../../../src/plugins/front-matter/server/src/ledger/pack-document';

const row = (id: number, values: SiteRow['values']): SiteRow => ({
  id,
  createdAt: '2022-03-03T00:00:00.000Z',
  updatedAt: '2022-03-03T00:00:00.000Z',
  publishedAt: id === 1 ? null : '2022-03-03T00:00:00.000Z',
  values,
  terms: { categories: ['a'] },
});

const draft = row(1, {
  title: 'One',
  body: 'long',
  excerpt: null,
  frontMatter: { layout: 'post' },
});

it('keeps of a public row what its draft does not say, and gives all of it back', () => {
  const frontMatter = { layout: 'post' };
  const published = row(2, { ...draft.values, title: 'Another', excerpt: 'said', frontMatter });
  const document: SiteDocument = { documentId: 'd', main: draft, published };
  const packed = packDocument(document);
  expect(packed.published?.values).toEqual({
    title: 'Another',
    excerpt: 'said',
    frontMatter: { layout: 'post' },
  });
  expect(unpackDocument(packed)).toEqual(document);
});

it('leaves a document alone that nobody has published', () => {
  const document: SiteDocument = { documentId: 'd', main: draft, published: null };
  expect(packDocument(document)).toEqual(document);
  expect(unpackDocument(document)).toEqual(document);
});
