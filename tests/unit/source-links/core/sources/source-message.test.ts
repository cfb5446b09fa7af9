import {
  messageOfProblem,
  type SourceProblem,
} from '../../../../../src/plugins/source-links/server/src/core';

const names = { code: 'reference', url: 'address' };
const problems: readonly SourceProblem[] = [
  ...(['too-long', 'characters', 'not-a-url', 'scheme', 'credentials'] as const).map(
    (problem) => ({ about: 'url', url: 'x:y', problem }) as const
  ),
  ...(['too-long', 'characters', 'a-url'] as const).map(
    (problem) => ({ about: 'code', code: 'x:y', problem }) as const
  ),
  { about: 'both', code: 'W-1', url: 'https://wire.example/W-2', codeInUrl: 'W-2' },
];

describe('what is wrong with a source', () => {
  it.each(problems)('is said with the attribute’s own name: %j', (problem) => {
    const named = problem.about === 'url' ? ['address'] : ['reference'];
    if (problem.about === 'both') named.push('address', '"W-1"', '"W-2"');
    for (const language of ['en', 'zh-Hans']) {
      const message = messageOfProblem(problem, names, language);
      for (const name of named) expect(message).toContain(name);
    }
  });

  it.each(problems)('is said in Chinese without a word of English: %j', (problem) => {
    const message = messageOfProblem(problem, names, 'zh-Hans');
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(message.replace(/https?|reference|address|x:y|W-\d/g, '')).not.toMatch(/[A-Za-z]/);
  });

  it('is said in English where a language is not known', () => {
    const [problem] = problems;
    if (problem === undefined) throw new Error('no problem');
    expect(messageOfProblem(problem, names, 'tlh')).toBe(messageOfProblem(problem, names));
  });

  it('is not said with the whole of a value', () => {
    const url = 'x'.repeat(5000);
    const message = messageOfProblem({ about: 'url', url, problem: 'too-long' }, names);
    expect(message.length).toBeLessThan(300);
  });
});
