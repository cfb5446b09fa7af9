import { engineOf } from '../../../../../src/kit/src/database';
import {
  isBadValue,
  isRetriable,
  isTimeout,
} from '../../../../../src/kit/src/database/errors/classify-error';
import { findFailure } from '../../../../../src/kit/src/database/errors/find-failure';
import type { Engine } from '../../../../../src/kit/src/database/engines/engine';
import type * as List from '../../../../../src/kit/src/database/engines/list';

/** As whoever adds an engine does: with one name more in the list. */
jest.mock('../../../../../src/kit/src/database/engines/list', () => {
  const { ENGINES: known } = jest.requireActual<typeof List>(
    '../../../../../src/kit/src/database/engines/list'
  );
  const double: Pick<Engine, 'errors' | 'lowerCase'> = {
    errors: {
      retriable: ['DOUBLE_DEADLOCK'],
      referenceGone: [],
      badValue: /^DOUBLE_VALUE$/u,
      timeout: [77],
      diskFull: ['DOUBLE_FULL'],
      gone: [],
      refused: [],
      goneWords: [/^the double has left/u],
    },
    lowerCase: 'small(??)',
  };
  return { ENGINES: { ...known, double } };
});

type Dialect = Parameters<typeof engineOf>[0];

const databaseOf = (client: string): Dialect => ({ dialect: { client } }) as Dialect;

describe('the engines', () => {
  it('are found by the names that Strapi has for them', () => {
    expect(engineOf(databaseOf('sqlite')).lowerCase).toBe('lower(??)');
    expect(engineOf(databaseOf('mysql')).lowerCase).toBe('lower(??) collate utf8mb4_bin');
    expect(engineOf(databaseOf('postgres'))).not.toBe(engineOf(databaseOf('mysql')));
  });

  it('have place for a further one, by one name in their list', () => {
    expect(engineOf(databaseOf('double')).lowerCase).toBe('small(??)');
  });

  it('have its errors known everywhere', () => {
    const told = (code: string) => Object.assign(new Error('told'), { code });
    expect(isRetriable(told('DOUBLE_DEADLOCK'))).toBe(true);
    expect(isBadValue(told('DOUBLE_VALUE'))).toBe(true);
    expect(isTimeout({ errno: 77 })).toBe(true);
    expect(findFailure(told('DOUBLE_FULL'))).toEqual({ kind: 'full', said: 'DOUBLE_FULL' });
    expect(findFailure(new Error('select 1 - the double has left'))).toEqual({
      kind: 'gone',
      said: 'the double has left',
    });
    expect(findFailure(told('OTHER'))).toBeNull();
  });

  it.each(['oracle', 'constructor'])('refuse an unknown one (%s) by its name', (client) => {
    expect(() => engineOf(databaseOf(client))).toThrow(
      `The database client "${client}" is not known here. Use one of: sqlite, postgres, mysql, double.`
    );
  });
});
