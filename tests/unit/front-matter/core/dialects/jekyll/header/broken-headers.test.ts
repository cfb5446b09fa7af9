import { readEntry } from './plain-reader';
import { FENCES } from './broken/fences';
import { LINES } from './broken/lines';
import { QUOTES } from './broken/quotes';
import type { Row } from './broken/row';
import { UNTOUCHED } from './broken/untouched';
import { VALUES } from './broken/values';

/** What came of a file, in the form in which the tables say what it was meant for. */
function outcome([text, meant]: Row): { status: string; values: unknown } {
  const reading = readEntry({
    path: '_posts/2022-02-17-x.md',
    bytes: Buffer.from(text),
    modifiedAt: 0,
  });
  const { status, issues } = reading;
  if (!('post' in reading)) {
    return {
      status,
      values: { leftOutAt: issues.find(({ severity }) => severity === 'error')?.line },
    };
  }
  const { post } = reading;
  const all: Record<string, unknown> = { ...post.frontMatter, date: post.date, body: post.content };
  return { status, values: Object.fromEntries(Object.keys(meant).map((key) => [key, all[key]])) };
}

const wanted = ([, meant]: Row, status: string) => ({
  status: 'leftOutAt' in meant ? 'quarantined' : status,
  values: meant,
});

const BROKEN = [...QUOTES, ...VALUES, ...LINES, ...FENCES];

describe('headers that the generator cannot read', () => {
  it('are at least two hundred here, no two alike', () => {
    expect(new Set(BROKEN.map(([text]) => text)).size).toBe(BROKEN.length);
    expect(BROKEN.length).toBeGreaterThanOrEqual(200);
  });

  it.each(BROKEN)('are repaired as a person would, or left out with the line: %j', (...row) => {
    expect(outcome(row)).toEqual(wanted(row, 'repaired'));
  });
});

describe('texts that the generator reads', () => {
  it.each(UNTOUCHED)('stay as it reads them: %j', (...row) => {
    expect(outcome(row)).toEqual(wanted(row, 'ok'));
  });
});
