/** The command cannot do what it was asked in these words; nothing has been changed. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
