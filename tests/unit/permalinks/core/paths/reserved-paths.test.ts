import { reservedAbove } from '../../../../../src/plugins/permalinks/server/src/core/paths/reserved-paths';

const reserved = new Set(['/', '/admin', '/v1/api']);

describe('a reserved address', () => {
  it.each([
    ['/', '/'],
    ['/admin', '/admin'],
    ['/Admin/Auth', '/admin'],
    ['/v1/api/posts', '/v1/api'],
  ])('keeps %s for the server', (address, above) => {
    expect(reservedAbove(reserved, address)).toBe(above);
  });

  it.each(['/administration', '/2022/admin', '/v1', '/v1/apis', '/news/'])(
    'leaves %s to documents',
    (address) => {
      expect(reservedAbove(reserved, address)).toBeNull();
    }
  );
});
