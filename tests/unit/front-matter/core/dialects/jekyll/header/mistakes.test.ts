import { parseConfig } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/config/config';
import { jekyllReader } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/read-entry';
import { UTC } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/time/zone';
import type { IssueCode } from '../../../../../../../src/plugins/front-matter/server/src/core/issue-codes';

/** A file with one mistake in it, and what was meant. */
interface Mistake {
  readonly text: string;
  readonly title: string;
  readonly status: 'ok' | 'repaired' | 'quarantined';
  readonly code: IssueCode | null;
}

const WORDS = [
  '央行',
  '降准',
  'A股',
  'Q3 report',
  '“双碳”',
  '涨5.2%',
  'it’s',
  'C#',
  '3:2',
  'http://x.y/z',
  '中国·北京',
  '（快讯）',
  'GDP',
  '一月',
];
const POSTS = 5000;

const header = (title: string, more = ''): string =>
  `---\nlayout: post\n${title}\ndate: 2022-02-17 08:35:15 +0800\n${more}categories: emnews\ntags: 滚动新闻\n---\n\n正文。\n`;

const repaired = (code: IssueCode, title: string, text: string): Mistake => ({
  code,
  title,
  text,
  status: 'repaired',
});

/** One kind of mistake each, made with the words of a title. */
const KINDS: readonly ((a: string, b: string) => Mistake)[] = [
  (a, b) => repaired('REPAIRED_QUOTES', `${a}"${b}"`, header(`title: "${a}"${b}""`)),
  (a, b) => repaired('REPAIRED_QUOTES', `${a} "${b}" ${a}`, header(`title: "${a} "${b}" ${a}"`)),
  (a, b) => repaired('REPAIRED_QUOTES', `${a}\\路${b}`, header(`title: "${a}\\路${b}"`)),
  (a, b) => repaired('REPAIRED_QUOTES', `${a}'s ${b}`, header(`title: '${a}'s ${b}'`)),
  (a, b) => repaired('REPAIRED_BARE_COLON', `${a}: ${b}`, header(`title: ${a}: ${b}`)),
  (a, b) => repaired('REPAIRED_BRACKET', `[快讯] ${a}${b}`, header(`title: [快讯] ${a}${b}`)),
  (a, b) => repaired('REPAIRED_BRACKET', `{${a}} ${b}`, header(`title: {${a}} ${b}`)),
  (a, b) => repaired('REPAIRED_INDICATOR', `@${a} ${b}`, header(`title: @${a} ${b}`)),
  (a, b) => repaired('REPAIRED_INDICATOR', `*${a}* ${b}`, header(`title: *${a}* ${b}`)),
  (a, b) => repaired('REPAIRED_INDICATOR', `&nbsp;${a} ${b}`, header(`title: &nbsp;${a} ${b}`)),
  (a, b) => repaired('REPAIRED_INDICATOR', `%${a} ${b}`, header(`title: %${a} ${b}`)),
  (a, b) => repaired('REPAIRED_INDICATOR', `\`${a}\` ${b}`, header(`title: \`${a}\` ${b}`)),
  (a, b) => repaired('REPAIRED_TAB', `${a}${b}`, header(`\ttitle: '${a}${b}'`)),
  (a, b) =>
    repaired('REPAIRED_TAB', `${a}${b}`, header(`title: '${a}${b}'`, 'series:\n\t- 一\n\t- 二\n')),
  (a, b) =>
    repaired('REPAIRED_BLANK_BEFORE_HEADER', `${a}${b}`, `\n${header(`title: '${a}${b}'`)}`),
  (a, b) =>
    repaired(
      'REPAIRED_MISSING_CLOSE',
      `${a}${b}`,
      header(`title: '${a}${b}'`).replace('\n---\n', '\n')
    ),
  (a, b) => ({ title: `${a} ${b}`, text: header(`title: '${a} ${b}'`), status: 'ok', code: null }),
  (a, b) => ({ title: `${a} ${b}`, text: header(`title: "${a} ${b}"`), status: 'ok', code: null }),
  (a, b) => ({
    title: `${a}${b}`,
    text: header(`title: >-\n  ${a}${b}`, '"quoted": [a, "b: c"]\n'),
    status: 'ok',
    code: null,
  }),
  (a, b) => ({
    title: '',
    text: header(`title: '${a}${b}'`, 'series: [一, 二\n'),
    status: 'quarantined',
    code: 'YAML_INVALID',
  }),
  (a, b) => ({
    title: '',
    text: header(`title: '${a}${b}'`).replace('02-17', '13-45'),
    status: 'quarantined',
    code: 'DATE_INVALID',
  }),
];

function mistake(index: number): Mistake {
  const word = (at: number): string => WORDS[at % WORDS.length] ?? '';
  const kind = KINDS[index % KINDS.length];
  if (!kind) throw new Error('no kinds');
  return kind(
    word(Math.floor(index / KINDS.length)),
    word(Math.floor(index / KINDS.length / WORDS.length) + index)
  );
}

describe('an archive of five thousand posts with every mistake', () => {
  const read = jekyllReader({
    config: parseConfig('timezone: Asia/Shanghai\n'),
    zone: UTC,
    extraFolders: [],
    zonelessDates: 'as-generator',
    nestedCategories: false,
    now: 1_700_000_000,
  });

  it('is accounted for to the last file, each repair as it was meant, and nothing valid touched', () => {
    const counts = { ok: 0, repaired: 0, quarantined: 0, skipped: 0 };
    const wrong: unknown[] = [];
    for (let index = 0; index < POSTS; index += 1) {
      const { text, title, status, code } = mistake(index);
      const reading = read({
        path: `_posts/2022-02-17-${index}.md`,
        bytes: Buffer.from(text),
        modifiedAt: 0,
      });
      counts[reading.status] += 1;
      const shown = 'post' in reading ? reading.post.title : '';
      const codes = reading.issues
        .filter(({ severity }) => severity !== 'info')
        .map((issue) => issue.code);
      const isRight =
        reading.status === status &&
        shown === title &&
        (code === null ? codes.length === 0 : codes.includes(code));
      if (!isRight) wrong.push({ text, title, shown, status: reading.status, codes });
    }
    expect(wrong).toEqual([]);
    expect(counts.ok + counts.repaired + counts.quarantined + counts.skipped).toBe(POSTS);
    expect(counts.repaired).toBeGreaterThan(3500);
  });
});
