import type { UnreadFile } from '../../../server/src/panel/desk-contract';

/** Whether a file waits for somebody to correct it. */
const isWaiting = ({ state, isCorrectable }: UnreadFile): boolean =>
  isCorrectable && state === 'waiting';

/** The file after one that waits to be corrected; null where none of these does. */
export const nextFile = (files: readonly UnreadFile[], path: string): string | null => {
  const place = files.findIndex((file) => file.path === path);
  return files.slice(place + 1).find(isWaiting)?.path ?? null;
};
