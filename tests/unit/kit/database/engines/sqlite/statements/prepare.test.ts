import type {
  SqliteConnection,
  SqliteStatement,
} from '../../../../../../../src/kit/src/database/engines/sqlite/connection';
import { prepare } from '../../../../../../../src/kit/src/database/engines/sqlite/statements/prepare';

/** A connection that only remembers what it has prepared. */
const connection = (): SqliteConnection & { readonly prepared: string[] } => {
  const prepared: string[] = [];
  return {
    prepared,
    pragma: () => undefined,
    prepare(sql): SqliteStatement {
      prepared.push(sql);
      return { run: () => ({ changes: 0, lastInsertRowid: 0 }), all: () => [] };
    },
  };
};

describe('statements that are sent over and over', () => {
  it('are prepared once for each connection', () => {
    const [one, other] = [connection(), connection()];
    const first = prepare(one, 'select 1');
    expect(prepare(one, 'select 1')).toBe(first);
    expect(prepare(other, 'select 1')).not.toBe(first);
    expect([one.prepared, other.prepared]).toEqual([['select 1'], ['select 1']]);
  });

  it('are not kept without end, and lose none to one that is known', () => {
    const own = connection();
    for (let index = 0; index < 200; index += 1) prepare(own, `select ${index}`);
    for (let index = 0; index < 200; index += 1) prepare(own, `select ${index}`);
    expect(own.prepared).toHaveLength(200);
    prepare(own, 'select 200');
    prepare(own, 'select 0');
    expect(own.prepared.slice(200)).toEqual(['select 200', 'select 0']);
  });
});
