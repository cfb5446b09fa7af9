import { sendAgain } from '../../../../src/kit/src/database/connections/send-again';

const isUndone = (error: unknown): boolean =>
  error instanceof Error && error.message === 'deadlock';

describe('a statement outside any transaction', () => {
  it('is sent again where the database has undone it in favour of another', async () => {
    const attempts: number[] = [];
    const answer = await sendAgain(async (attempt) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('deadlock');
      return 'rows';
    }, isUndone);
    expect(answer).toBe('rows');
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('fails at last with what the database said', async () => {
    let attempts = 0;
    const send = async (): Promise<never> => {
      attempts += 1;
      throw new Error('deadlock');
    };
    await expect(sendAgain(send, isUndone)).rejects.toThrow('deadlock');
    expect(attempts).toBe(5);
  });

  it('is not sent again where it is itself at fault', async () => {
    let attempts = 0;
    const send = async (): Promise<never> => {
      attempts += 1;
      throw new Error('syntax');
    };
    await expect(sendAgain(send, isUndone)).rejects.toThrow('syntax');
    expect(attempts).toBe(1);
  });
});
