import { hostname } from 'node:os';
import type { Run } from '../../../../../src/plugins/front-matter/server/src/ledger/runs';
import { isDead } from '../../../../../src/plugins/front-matter/server/src/run/heartbeat/is-dead';

const MINUTE = 60_000;

const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

const run = (parts: Partial<Run>): Run => ({
  number: 1,
  kind: 'import',
  archive: 'archive',
  startedBy: 'root',
  host: hostname(),
  pid: process.pid,
  startedAt: ago(0),
  beatAt: ago(0),
  finishedAt: null,
  options: {},
  counts: null,
  status: 'running',
  message: null,
  lock: 'writer',
  ...parts,
});

describe('a run that is at work by its row', () => {
  it('is alive in this process', () => {
    expect(isDead(run({}))).toBe(false);
  });

  it('is dead where it has had no heartbeat for minutes, on whatever host', () => {
    expect(isDead(run({ beatAt: ago(3 * MINUTE) }))).toBe(true);
    expect(isDead(run({ host: 'elsewhere', beatAt: ago(3 * MINUTE) }))).toBe(true);
  });

  it('is alive on another host while it has heartbeats, whether or not its process is one here', () => {
    expect(isDead(run({ host: 'elsewhere', pid: 1, beatAt: ago(MINUTE) }))).toBe(false);
  });

  it('is dead where this process had its number after it, as in a container', () => {
    expect(isDead(run({ startedAt: ago(24 * 60 * MINUTE) }))).toBe(true);
  });

  it('is alive where its process is another living one', () => {
    expect(isDead(run({ pid: process.ppid }))).toBe(false);
  });
});
