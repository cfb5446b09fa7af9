import { endsInSlug } from '../../../../../src/plugins/front-matter/server/src/core/plan/ends-in-slug';

describe('an address', () => {
  it.each([
    ['/2022/03/03/same.html', 'same', true],
    ['/same', 'same', true],
    ['/v1.2', 'v1.2', true],
    ['/shared', 'same', false],
    ['/same/more', 'same', false],
    ['/same-2.html', 'same', false],
  ])('%s goes by the slug %s: %s', (address, slug, goes) => {
    expect(endsInSlug(address, slug)).toBe(goes);
  });
});
