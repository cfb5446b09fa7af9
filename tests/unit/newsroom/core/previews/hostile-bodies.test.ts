import { isTangled } from '../../../../../src/plugins/newsroom/server/src/core/previews/is-tangled';
import { pageRoom } from '../../../../../src/plugins/newsroom/server/src/previews/page-room';

describe('a body that would take seconds to be read', () => {
  it.each(['<?', '<!A', '<!--a'])('is known by how often it has "%s"', (beginning) => {
    expect(isTangled(`a ${beginning.repeat(400)}`)).toBe(false);
    expect(isTangled(`a ${beginning.repeat(600)}`)).toBe(true);
  });
});

describe('the room of a page', () => {
  it('is shared by all of its texts', () => {
    const room = pageRoom(10);
    expect(room.take('1234567')).toEqual({ text: '1234567', isCut: false });
    expect(room.take('89012')).toEqual({ text: '890', isCut: true });
    expect(room.has(1)).toBe(false);
  });

  it('is taken only by what there is room for', () => {
    const room = pageRoom(10);
    expect([room.has(11), room.has(4), room.has(7), room.has(6)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
