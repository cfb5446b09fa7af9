import { readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { readRange } from '../read-range';

/**
 * An open zip, as yauzl reads it. Its own reader throws from within a callback, past everything that
 * could catch it, where a zip names a place that no file has.
 */
export class ZipFileReader extends RandomAccessReader {
  constructor(private readonly file: number) {
    super();
  }

  override createReadStream({ start, end }: { start: number; end: number }): Readable {
    return Readable.from(readRange(this.file, start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void
  ): void {
    let problem: Error | null = null;
    try {
      const found = readSync(this.file, buffer, offset, length, position);
      if (found < length) problem = new Error('unexpected end of file');
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error));
    }
    callback(problem);
  }
}
