import { AsyncLocalStorage } from 'node:async_hooks';

/** Open until what only reads has its answer: what it leaves behind may write. */
interface Reading {
  isOpen: boolean;
}

const readings = new AsyncLocalStorage<Reading>();

/** Does what only reads: on SQLite a transaction that it opens waits for no writer, and is none. */
export const readOnly = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  const reading: Reading = { isOpen: true };
  try {
    return await readings.run(reading, read);
  } finally {
    reading.isOpen = false;
  }
};

/** Whether the caller is within `readOnly`. */
export const isReadOnly = (): boolean => readings.getStore()?.isOpen === true;
