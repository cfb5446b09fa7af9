import { createRequire } from 'node:module';

import type { ReadAnswer, ReadSetup, ReadTask } from './slow-reads-protocol';
import type { ReadConnection, ReadDriver } from './read-connection';

/**
 * Answers reads that may take long, one at a time. It is a process and no thread: SQLite cannot be told to
 * stop, and a process can be ended.
 */
const serve = ({ file, driver }: ReadSetup): void => {
  const Database = createRequire(driver)(driver) as ReadDriver;
  const connection: ReadConnection = new Database(file, { readonly: true, fileMustExist: true });
  process.on('message', ({ sql, values, isRaw }: ReadTask) => {
    let answer: ReadAnswer;
    try {
      const statement = connection.prepare(sql);
      answer = { rows: (isRaw ? statement.raw(true) : statement).all(values) };
    } catch (error) {
      const { code, message } = error as { readonly code?: string; readonly message: string };
      answer = { code: code ?? 'SQLITE_ERROR', message };
    }
    // Whoever asked may be gone: that is heard of by itself.
    process.send?.(answer, () => undefined);
  });
  // Nobody is left to ask.
  process.on('disconnect', () => process.exit(0));
  // A signal to the whole group is the parent's to answer.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
};

serve(JSON.parse(process.argv[2] ?? '') as ReadSetup);
