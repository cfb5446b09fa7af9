import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DIALECT_CHOICES } from '../../../src/plugins/front-matter/server/src/core/dialects/list';
import { ISSUE_CODES } from '../../../src/plugins/front-matter/server/src/core/issue-codes';

const root = path.join(__dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('the list of issue codes has each with its severity and meaning, and no other', () => {
  const text = read('src/plugins/front-matter/CODES.md');
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (\w+) +\| (.*?) +\|$/gm)].map(
    ([, code, severity, meaning]) => ({ code, severity, meaning })
  );
  const codes = Object.entries(ISSUE_CODES).map(([code, entry]) => ({ code, ...entry }));
  expect(rows).toEqual(codes.sort((a, b) => (a.code < b.code ? -1 : 1)));
});

it('the architecture stays a map: under 150 lines', () => {
  expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThan(150);
});

it('the README offers the dialects that can be read', () => {
  const [, offered] = /`--dialect ([^`]*)`/.exec(read('README.md')) ?? [];
  expect(offered?.split('\\|')).toEqual(DIALECT_CHOICES);
});
