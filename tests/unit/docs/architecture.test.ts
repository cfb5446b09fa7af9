import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ISSUE_CODES } from '../../../src/plugins/front-matter/server/src/core/issue-codes';

const text = readFileSync(path.join(__dirname, '..', '..', '..', 'ARCHITECTURE.md'), 'utf8');

it('lists every issue code with its severity and meaning, and no other', () => {
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (\w+) +\| (.*?) +\|$/gm)].map(
    ([, code, severity, meaning]) => ({ code, severity, meaning })
  );
  const codes = Object.entries(ISSUE_CODES).map(([code, entry]) => ({ code, ...entry }));
  expect(rows).toEqual(codes.sort((a, b) => (a.code < b.code ? -1 : 1)));
});

it('stays a map: under 150 lines', () => {
  expect(text.split('\n').length).toBeLessThan(150);
});
