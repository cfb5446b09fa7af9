import { oneAtATime } from '../../../src/kit/src/documents/one-at-a-time';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('work on documents, one at a time', () => {
  it('overlaps with no other on the same one', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await pause();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => oneAtATime(['a'], work)));
    expect(most).toBe(1);
  });

  it('overlaps with work on others', async () => {
    const done: string[] = [];
    const slow = oneAtATime(['a'], async () => {
      await pause();
      done.push('a');
    });
    await oneAtATime(['b'], async () => void done.push('b'));
    await slow;
    expect(done).toEqual(['b', 'a']);
  });

  it('never waits for itself, whatever the order of what is named', async () => {
    const both = [
      ['a', 'b', 'a'],
      ['b', 'a'],
    ];
    const results = await Promise.all(
      both.map((names, index) => oneAtATime(names, async () => index))
    );
    expect(results).toEqual([0, 1]);
  });

  it('goes on after one that failed', async () => {
    const failing = oneAtATime(['a'], () => Promise.reject(new Error('wrong')));
    await expect(failing).rejects.toThrow('wrong');
    await expect(oneAtATime(['a'], async () => 'fine')).resolves.toBe('fine');
  });
});
