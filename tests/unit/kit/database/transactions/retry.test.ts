import { isRetriable } from '../../../../../src/kit/src/database/errors/classify-error';
import { retry } from '../../../../../src/kit/src/database/transactions/retry';

const deadlock = () => Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' });

describe('retry', () => {
  it('does again what was given up for another’s sake', async () => {
    let attempts = 0;
    const result = await retry(async () => {
      attempts += 1;
      if (attempts < 3) throw deadlock();
      return 'done';
    });
    expect([result, attempts]).toEqual(['done', 3]);
  });

  it('knows such an error behind another', () => {
    expect(isRetriable(new Error('wrapped', { cause: deadlock() }))).toBe(true);
    expect(isRetriable(Object.assign(new Error(), { code: 'SQLITE_BUSY_SNAPSHOT' }))).toBe(true);
    expect(isRetriable(new Error('other'))).toBe(false);
    expect(isRetriable('no error at all')).toBe(false);
  });

  it('does nothing again that failed for a reason of its own', async () => {
    let attempts = 0;
    const work = retry(async () => {
      attempts += 1;
      throw new Error('wrong');
    });
    await expect(work).rejects.toThrow('wrong');
    expect(attempts).toBe(1);
  });

  it('lets those who lost go on one at a time', async () => {
    let running = 0;
    let most = 0;
    const work =
      (first = true) =>
      async () => {
        if (first) {
          first = false;
          throw deadlock();
        }
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
      };
    await Promise.all(Array.from({ length: 20 }, () => retry(work())));
    expect(most).toBe(1);
  });

  it('does not wait for itself when work is itself tried again', async () => {
    let first = true;
    const outer = retry(async () => {
      if (first) {
        first = false;
        throw deadlock();
      }
      return retry(async () => 'inner');
    });
    await expect(outer).resolves.toBe('inner');
  });

  it('gives up in the end', async () => {
    await expect(retry(() => Promise.reject(deadlock()))).rejects.toThrow('Deadlock');
  });

  it('lets go of what each failed attempt has noted', async () => {
    let noted = 0;
    const work = async () => {
      noted += 1;
      throw deadlock();
    };
    const forget = () => void (noted = 0);
    await expect(retry(work, { forget })).rejects.toThrow('Deadlock');
    expect(noted).toBe(0);
  });
});
