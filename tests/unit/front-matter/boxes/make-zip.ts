import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip; what is not said is as an honest program writes it. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly bytes?: string | Uint8Array;
  /** 0 stored, 8 deflated (by default); with another the bytes stand as they are. */
  readonly method?: number;
  /** Bit 0 says encrypted, bit 11 a name in UTF-8. */
  readonly flags?: number;
  /** Of Unix, with the type. */
  readonly mode?: number;
  readonly extra?: Buffer;
  /** As MS-DOS writes it: the day in the upper half, the time in the lower. */
  readonly modified?: number;
  /** What the zip says instead of the truth. */
  readonly size?: number;
  readonly sum?: number;
  readonly offset?: number;
}

const numbers = (...values: readonly (readonly [size: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    values.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    })
  );

/** @param says what the end of the zip says instead of the truth */
export const makeZip = (
  entries: readonly ZipEntry[],
  says: { readonly count?: number } = {}
): Buffer => {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const bytes = Buffer.from(entry.bytes ?? '');
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const extra = entry.extra ?? Buffer.alloc(0);
    const common = numbers(
      [2, 20],
      [2, entry.flags ?? 0],
      [2, method],
      [4, entry.modified ?? 0],
      [4, entry.sum ?? crc32(bytes)],
      [4, packed.length],
      [4, entry.size ?? bytes.length],
      [2, name.length],
      [2, extra.length]
    );
    const file = Buffer.concat([numbers([4, 0x04034b50]), common, name, extra, packed]);
    const attributes = (entry.mode ?? 0) * 0x10000;
    list.push(
      Buffer.concat([
        numbers([4, 0x02014b50], [2, 0x031e]),
        common,
        numbers([2, 0], [2, 0], [2, 0], [4, attributes], [4, entry.offset ?? at]),
        name,
        extra,
      ])
    );
    files.push(file);
    at += file.length;
  }
  const directory = Buffer.concat(list);
  const count = says.count ?? entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, at],
    [2, 0]
  );
  return Buffer.concat([...files, directory, end]);
};
