import { databases } from '../harness/databases';
import { runScript } from '../harness/run-script';

/** Under a minute of what `npm run fuzz -- races` does for hours. */
describe.each(databases)('what meets on one document on $name', ({ name }) => {
  const race = async (...words: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await runScript('fuzz', [
      'races',
      '--database',
      name,
      ...words,
    ]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: expect.stringContaining('none failed'),
      stderr: '',
    });
  };

  it('is answered and left as if one had come after the other, any two of all there are', () =>
    race('--pairs', '1', '--triples', '0'));

  it('is so with three at once that delete rows and make them anew', () =>
    race('--pairs', '0', '--triples', '1', '--only', 'publish,unpublish,discard,delete'));
});
