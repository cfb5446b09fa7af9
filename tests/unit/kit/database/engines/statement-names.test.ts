import { startStatementNames } from '../../../../../src/kit/src/database/engines/postgres/statement-names';

const sent = (names: ReturnType<typeof startStatementNames>, sql: string, times: number) => {
  let name: string | null = null;
  for (let time = 0; time < times; time += 1) name = names.of(sql);
  return name;
};

describe('names of statements', () => {
  it('are given to what is sent over and over, each its own', () => {
    const names = startStatementNames();
    expect(sent(names, 'select 1', 9)).toBeNull();
    const name = sent(names, 'select 1', 1);
    expect(name).toMatch(/^\w+$/u);
    expect(sent(names, 'select 1', 5)).toBe(name);
    expect(sent(names, 'select 2', 10)).not.toBe(name);
  });

  it('mean the same statement in every process, whatever was sent before', () => {
    const [one, other] = [startStatementNames(), startStatementNames()];
    sent(other, 'select 2', 10);
    expect(sent(one, 'select 1', 10)).toBe(sent(other, 'select 1', 10));
    expect(sent(one, 'select 1', 10)?.length).toBeLessThanOrEqual(63);
    expect(sent(one, 'select 3', 10)).not.toBe(sent(other, 'select 2', 10));
  });

  it('are given to a hundred, since a server keeps each for each connection', () => {
    const names = startStatementNames();
    const given = Array.from({ length: 200 }, (_, index) => sent(names, `select ${index}`, 10));
    expect(given.filter((name) => name !== null)).toHaveLength(100);
  });

  it('are not used any more once one was refused', () => {
    const names = startStatementNames();
    sent(names, 'select 1', 10);
    expect(names.isRefused(Object.assign(new Error('syntax'), { code: '42601' }))).toBe(false);
    expect(names.of('select 1')).not.toBeNull();
    expect(names.isRefused(Object.assign(new Error('gone'), { code: '26000' }))).toBe(true);
    expect(names.of('select 1')).toBeNull();
  });
});
