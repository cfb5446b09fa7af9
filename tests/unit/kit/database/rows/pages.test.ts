import { chunks, pages } from '../../../../../src/kit/src/database';

describe('pages of rows', () => {
  const table = [1, 2, 3, 5, 8, 13].map((id) => ({ id }));

  const walk = async (rows: readonly { readonly id: number }[], size: number) => {
    const asked: number[] = [];
    const found: number[][] = [];
    const read = async (above: number, limit: number) => {
      asked.push(above);
      return rows.filter(({ id }) => id > above).slice(0, limit);
    };
    for await (const page of pages(size, read)) found.push(page.map(({ id }) => id));
    return { asked, found };
  };

  it('begin each where the last one ended', async () => {
    expect(await walk(table, 4)).toEqual({
      asked: [0, 5],
      found: [
        [1, 2, 3, 5],
        [8, 13],
      ],
    });
  });

  it('end with one that is short, and are none of nothing', async () => {
    expect(await walk(table, 3)).toEqual({
      asked: [0, 3, 13],
      found: [
        [1, 2, 3],
        [5, 8, 13],
      ],
    });
    expect(await walk([], 3)).toEqual({ asked: [0], found: [] });
  });

  it('are read no further than they are asked for', async () => {
    let reads = 0;
    const read = async () => [{ id: (reads += 1) }];
    for await (const page of pages(1, read)) if (page[0]?.id === 2) break;
    expect(reads).toBe(2);
  });
});

it('chunks have one length but for the last', () => {
  expect([...chunks([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  expect([...chunks([], 2)]).toEqual([]);
});
