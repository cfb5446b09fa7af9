import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { comparable, FIXTURES, type JekyllAnswer, ourAnswers, readAnswers } from './jekyll-answers';

const SUFFIX = '.truth.jsonl';

const names = readdirSync(FIXTURES)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));

const folderOf = (name: string): string =>
  name.startsWith('permalinks-')
    ? path.join(FIXTURES, 'permalinks', name.slice('permalinks-'.length))
    : path.join(FIXTURES, name);

const expectAgreement = async (folder: string, truth: string): Promise<void> => {
  const answers = readAnswers(truth).filter((answer) => answer.readable);
  const ours = await ourAnswers(folder);
  expect(answers.map((answer) => comparable(ours.get(answer.path)))).toEqual(
    answers.map(comparable)
  );
};

const hasJekyll = (): boolean => {
  try {
    execFileSync('ruby', ['-e', 'require "jekyll"'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('reading a Jekyll archive', () => {
  it.each(names)('agrees with what Jekyll said of every readable post: %s', async (name) => {
    await expectAgreement(folderOf(name), path.join(FIXTURES, name + SUFFIX));
  });

  it.each(names)('reads nothing that Jekyll passes over: %s', async (name) => {
    const known = new Set(
      readAnswers(path.join(FIXTURES, name + SUFFIX)).map((answer) => answer.path)
    );
    const ours = await ourAnswers(folderOf(name));
    expect([...ours.keys()].filter((file) => !known.has(file))).toEqual([]);
  });

  it.each(names)('cuts excerpts where Jekyll cuts them: %s', async (name) => {
    const answers = readAnswers(path.join(FIXTURES, name + SUFFIX)).filter(
      (answer) => answer.readable
    );
    const ours = await ourAnswers(folderOf(name));
    expect(answers.map(({ path: file }) => ours.get(file)?.excerpt)).toEqual(
      answers.map(({ excerpt }) => excerpt)
    );
  });
});

describe('asking Jekyll itself', () => {
  const isInstalled = hasJekyll();
  if (!isInstalled)
    process.stderr.write(
      '[broadsheet] skipped: Jekyll is not installed, so its recorded answers have to do\n'
    );

  it('gives the answers that are recorded', () => {
    if (!isInstalled) return;
    const into = mkdtempSync(path.join(tmpdir(), 'jekyll-answers-'));
    try {
      const { SAFE_YAML: _, ...env } = process.env;
      const said = execFileSync(
        'ruby',
        ['-W0', path.join(FIXTURES, 'ask-jekyll.rb'), FIXTURES, into],
        {
          env: { ...env, TZ: 'UTC' },
          stdio: ['ignore', 'pipe', 'ignore'],
          encoding: 'utf8',
        }
      );
      const isUpstream = said.trim() === 'SafeYAML';
      let leftOut = 0;
      for (const name of names) {
        const recorded = readAnswers(path.join(FIXTURES, name + SUFFIX));
        const differing = new Set(
          recorded
            .filter(({ same_by_psych: same }) => !isUpstream && same === false)
            .map((answer) => answer.path)
        );
        leftOut += differing.size;
        const compared = (answers: readonly JekyllAnswer[]): unknown[] =>
          answers.filter((answer) => !differing.has(answer.path)).map(comparable);
        expect({ name, answers: compared(readAnswers(path.join(into, name + SUFFIX))) }).toEqual({
          name,
          answers: compared(recorded),
        });
      }
      process.stderr.write(
        isUpstream
          ? '[broadsheet] the installed Jekyll reads YAML by SafeYAML, as upstream has it\n'
          : `[broadsheet] the installed Jekyll reads YAML by Psych, as Debian has it: ${leftOut} answers that differ for that are left out\n`
      );
    } finally {
      rmSync(into, { recursive: true });
    }
  }, 120_000);
});

describe('archives of other people, where they are at hand', () => {
  const shared = path.join(FIXTURES, '../../../../shared/archives');
  const others = ['finews', 'mzlogin', 'jekyll-fixtures'].filter((name) =>
    existsSync(path.join(shared, name))
  );
  if (others.length === 0)
    process.stderr.write(
      '[broadsheet] skipped: no archives of other people lie beside the project\n'
    );

  it('agree with Jekyll post by post', async () => {
    for (const name of others) {
      const folder = path.join(shared, name, name === 'jekyll-fixtures' ? 'test/source' : '');
      await expectAgreement(folder, path.join(shared, name + SUFFIX));
    }
  }, 60_000);
});
