/** An entry of a tar; what is not said is as an honest program writes it. */
export interface TarEntry {
  readonly name: string | Buffer;
  readonly bytes?: string | Uint8Array;
  /** The letter of the type: `0` file (by default), `5` folder, `2` symbolic link, `x` pax header. */
  readonly type?: string;
  readonly target?: string;
  /** Seconds since the epoch. */
  readonly modified?: number;
  /** What the header says instead of the truth. */
  readonly size?: number;
}

const BLOCK = 512;

/** Header, bytes and padding of one entry. */
export const tarEntry = (entry: TarEntry): Buffer => {
  const bytes = Buffer.from(entry.bytes ?? '');
  const header = Buffer.alloc(BLOCK);
  const name = Buffer.from(entry.name);
  if (name.length > 100) throw new Error('Long names take a pax header.');
  name.copy(header);
  const octal = (value: number, at: number, digits: number): void => {
    header.write(`${value.toString(8).padStart(digits, '0')}\0`, at);
  };
  octal(0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(entry.size ?? bytes.length, 124, 11);
  octal(entry.modified ?? 0, 136, 11);
  header.write(entry.type ?? '0', 156);
  header.write(entry.target ?? '', 157);
  header.write('ustar\u000000', 257);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  octal(sum, 148, 6);
  const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  return Buffer.concat([header, bytes, padding]);
};

/** A pax header, which says more of the entry that follows; `g` for all that follow. */
export const paxHeader = (
  records: Readonly<Record<string, string | Buffer>>,
  type: 'x' | 'g' = 'x'
): Buffer => {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')]);
    let length = rest.length;
    while (length !== rest.length + String(length).length) {
      length = rest.length + String(length).length;
    }
    return Buffer.concat([Buffer.from(String(length)), rest]);
  });
  return tarEntry({ name: 'PaxHeader', type, bytes: Buffer.concat(lines) });
};

const END = Buffer.alloc(2 * BLOCK);

/** @param entries bytes stand as they are */
export const makeTar = (entries: readonly (TarEntry | Buffer)[]): Buffer =>
  Buffer.concat([
    ...entries.flatMap((entry) => {
      if (Buffer.isBuffer(entry)) return [entry];
      const isLong = Buffer.byteLength(entry.name) > 100;
      return isLong
        ? [paxHeader({ path: entry.name }), tarEntry({ ...entry, name: 'long' })]
        : [tarEntry(entry)];
    }),
    END,
  ]);
