import { runQueued } from '../../../../src/kit/src/documents/queue';

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
    await Promise.all(Array.from({ length: 10 }, () => runQueued(['a'], work)));
    expect(most).toBe(1);
  });

  it('overlaps with work on others', async () => {
    const done: string[] = [];
    const slow = runQueued(['a'], async () => {
      await pause();
      done.push('a');
    });
    await runQueued(['b'], async () => void done.push('b'));
    await slow;
    expect(done).toEqual(['b', 'a']);
  });

  it('never waits for itself, whatever the order of what is named', async () => {
    const both = [
      ['a', 'b', 'a'],
      ['b', 'a'],
    ];
    const results = await Promise.all(
      both.map((names, index) => runQueued(names, async () => index))
    );
    expect(results).toEqual([0, 1]);
  });

  it('goes on after one that failed', async () => {
    const failing = runQueued(['a'], () => Promise.reject(new Error('wrong')));
    await expect(failing).rejects.toThrow('wrong');
    await expect(runQueued(['a'], async () => 'fine')).resolves.toBe('fine');
  });
});
