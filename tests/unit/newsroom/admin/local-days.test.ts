import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { transformFileSync } from '@swc/core';

const HOUR = 3600 * 1000;

const FILE = path.join(
  ...[__dirname, '..', '..', '..', '..', 'src', 'plugins', 'newsroom', 'admin', 'src', 'days'],
  'local-days.ts'
);

const { code } = transformFileSync(FILE, {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
});

/** The bounds that a panel in a zone sends: a process has one zone. */
const boundsIn = (zone: string, now: string, count: number): readonly string[] => {
  const script = `${code}; process.stdout.write(boundsOf(localDays(new Date('${now}'), ${count})))`;
  const sent = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return (new URLSearchParams(sent).get('bounds') ?? '').split(',');
};

const hours = (bounds: readonly string[]): readonly number[] =>
  bounds
    .slice(1)
    .map((until, index) => (Date.parse(until) - Date.parse(bounds[index] ?? '')) / HOUR);

describe('the last days of an editor', () => {
  it('begin and end at midnight where the editor is', () => {
    expect(boundsIn('Asia/Shanghai', '2026-03-01T17:00:00Z', 2)).toEqual([
      '2026-02-28T16:00:00.000Z',
      '2026-03-01T16:00:00.000Z',
      '2026-03-02T16:00:00.000Z',
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-30T10:00:00Z', [24, 23, 24]],
    ['Europe/Berlin', '2026-10-26T10:00:00Z', [24, 25, 24]],
    ['Australia/Lord_Howe', '2026-10-05T00:00:00Z', [24, 23.5, 24]],
    // The clock goes from midnight to one there.
    ['America/Sao_Paulo', '2018-11-05T12:00:00Z', [24, 23, 24]],
  ])('are as long as days are in %s at %s', (zone, now, expected) => {
    expect(hours(boundsIn(zone, now, 3))).toEqual(expected);
  });
});
