import type { Address } from '../../../../../src/plugins/permalinks/server/src/core/addresses/address';
import { resolveAddress } from '../../../../../src/plugins/permalinks/server/src/core/addresses/resolve-address';
import { inspectRow } from '../../../../../src/plugins/permalinks/server/src/core/addresses/inspect-row';

const address = (documentId: string, more: Partial<Address> = {}): Address => ({
  key: documentId,
  kind: 'slug',
  address: 'a',
  targetType: 'api::post.post',
  targetDocumentId: documentId,
  targetLocale: '',
  state: 'current',
  origin: 'made',
  ...more,
});
const pages = new Map([
  ['live', { slug: 'a', path: '/%E6%96%B0/a.html' }],
  ['pathless', { slug: 'a', path: null }],
  ['other', { slug: 'b', path: '/other.html' }],
]);
const resolve = (requested: string, ...found: Address[]) =>
  resolveAddress(requested, found, (row) => pages.get(row.targetDocumentId));
const live = { contentType: 'api::post.post', documentId: 'live', slug: 'a' };

describe('where an address leads', () => {
  it('is here, when it is the document’s own path', () => {
    expect(resolve('/新/a.html', address('live'))).toEqual({
      ...live,
      path: '/%E6%96%B0/a.html',
      status: 200,
    });
  });

  it('is the document’s path from anywhere else, straight', () => {
    const former = address('live', { kind: 'path', state: 'former' });
    expect(resolve('/old', former)).toMatchObject({ path: '/%E6%96%B0/a.html', status: 301 });
  });

  it('is here for a document without a path', () => {
    expect(resolve('/old', address('pathless'))).toMatchObject({ path: null, status: 200 });
  });

  it('is the first document that is published', () => {
    expect(resolve('/x', address('hidden'), address('live'))).toMatchObject({ documentId: 'live' });
    expect(resolve('/x', address('gone', { state: 'gone' }), address('live'))).toMatchObject({
      documentId: 'live',
    });
  });

  it('is the document whose own path it is, whatever redirects from there', () => {
    const other = address('other', { kind: 'path', state: 'former' });
    expect(resolve('/新/a.html', other, address('live'))).toMatchObject({
      documentId: 'live',
      status: 200,
    });
    expect(resolve('/old', other, address('live'))).toMatchObject({
      documentId: 'other',
      status: 301,
    });
  });

  it('is gone, when nothing else has it', () => {
    expect(resolve('/x', address('hidden'), address('gone', { state: 'gone' }))).toEqual({
      contentType: 'api::post.post',
      documentId: 'gone',
      slug: null,
      path: null,
      status: 410,
    });
  });

  it('is nowhere, when nobody has it or it was never published', () => {
    expect(resolve('/x')).toBeNull();
    expect(resolve('/x', address('hidden', { state: 'reserved' }))).toBeNull();
  });

  it('is nowhere while a published document’s draft has only reserved it', () => {
    const reserved = address('live', { address: 'next', state: 'reserved' });
    expect(resolve('/新/next.html', reserved)).toBeNull();
    expect(resolve('/新/next.html', reserved, address('other'))).toMatchObject({
      documentId: 'other',
    });
  });
});

describe('what is wrong with a row', () => {
  const own = address('me');
  it.each([
    ['SLUG_MISSING', { slug: null, live: true }, [own], undefined],
    ['SLUG_MISSING', { slug: '', live: false }, [], undefined],
    ['SLUG_UNCLAIMED', { slug: 'b', live: true }, [own], undefined],
    ['SLUG_TAKEN', { slug: 'b', live: true }, [own], address('other', { address: 'b' })],
    ['SLUG_NOT_CURRENT', { slug: 'a', live: true }, [address('me', { state: 'reserved' })], own],
    [null, { slug: 'a', live: false }, [address('me', { state: 'former' })], own],
    [null, { slug: 'a', live: true }, [own], own],
  ] as const)('is %s for %j', (fault, row, held, holder) => {
    expect(inspectRow(row, held, holder)).toBe(fault);
  });
});
