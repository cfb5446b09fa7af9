import { readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';

const CHUNK = 64 * 1024;

/**
 * Reads a part of a file. Synchronously, so that no call is under way when the file is closed. The event
 * loop gets its turn before each chunk, or a thread would never hear that it is to stop.
 *
 * @param end the place behind the last byte
 * @throws Error where the file ends before that
 */
export async function* readRange(file: number, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    await nextTurn();
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, end - at));
    const length = readSync(file, chunk, 0, chunk.length, at);
    if (length === 0) throw new Error('unexpected end of file');
    at += length;
    yield chunk.subarray(0, length);
  }
}
