/** Where a reader of the feed is: the last entry that he was given. */
export interface Place {
  readonly epoch: string;
  readonly id: number;
  /** When that entry was written, in milliseconds: in a copy of the database another one may have its number. */
  readonly at: number;
}

const WRITTEN = /^([\da-f-]{36})\.(\d{1,16})\.(\d{1,16})$/u;

export const writePlace = ({ epoch, id, at }: Place): string =>
  Buffer.from(`${epoch}.${id}.${at}`).toString('base64url');

/** @returns null for what is no place */
export const readPlace = (text: string): Place | null => {
  const [, epoch, id, at] = WRITTEN.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  return epoch === undefined ? null : { epoch, id: Number(id), at: Number(at) };
};
