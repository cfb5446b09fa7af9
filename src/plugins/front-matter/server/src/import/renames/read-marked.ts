import { setImmediate as nextTurn } from 'node:timers/promises';

import type { FittedFile } from '../../reading/fit-file';
import { openReader } from '../../reading/file-reader';
import type { ImportJob } from '../job/import-job';

/** Reads files of some marks, a batch at a time, until `take` says that it is enough. */
export const readMarked = async (
  { options, reading, corrections }: ImportJob,
  marks: Uint8Array,
  wanted: readonly number[],
  take: (files: readonly FittedFile[]) => Promise<boolean>
): Promise<void> => {
  const reader = openReader({
    ...reading,
    only: marks.map((mark) => (wanted.includes(mark) ? 1 : 0)),
  });
  try {
    for (;;) {
      const files = await reader.next();
      if (files.length === 0 || options.signal.aborted) return;
      const fitted = await reader.read(files, await corrections.textsOf(files));
      if (!(await take(fitted()))) return;
      await nextTurn();
    }
  } finally {
    await reader.close();
  }
};
