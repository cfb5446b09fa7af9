import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  BoxLimits,
  Unpacked,
  UnpackOptions,
  unpackBox,
} from '../../../../src/plugins/front-matter/server/src/boxes/unpack-box';

const MIB = 1024 * 1024;

const LIMITS: BoxLimits = { bytes: 64 * MIB, fileBytes: 16 * MIB, entries: 10_000, ratio: 100 };

/** A folder with a box in it, and what came of unpacking that. */
export interface Tried {
  /** By its path, what each file holds; a folder without files has `null`, with a slash at its end. */
  readonly files: Readonly<Record<string, string | null>>;
  /** By its path, when each file was changed last, in milliseconds. */
  readonly modified: Readonly<Record<string, number>>;
  readonly unpacked: Unpacked;
  /** `unpacked.root`, from the folder that was unpacked into; empty for that itself. */
  readonly root: string;
}

const places: string[] = [];

afterEach(() =>
  places.splice(0).forEach((place) => rmSync(place, { recursive: true, force: true }))
);

interface Trial {
  readonly limits?: Partial<BoxLimits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: UnpackOptions['onProgress'];
}

/** Unpacks bytes; a promise that is rejected leaves nothing, or the test fails by what was left. */
export const tryBox = async (
  unpack: typeof unpackBox,
  box: Uint8Array,
  { limits = {}, signal = new AbortController().signal, onProgress = () => undefined }: Trial = {}
): Promise<Tried> => {
  const place = mkdtempSync(path.join(tmpdir(), 'box-'));
  places.push(place);
  const file = path.join(place, 'box');
  writeFileSync(file, box);
  const into = path.join(place, 'in', 'to');
  mkdirSync(path.dirname(into));
  try {
    const options = { signal, onProgress };
    const unpacked = await unpack(file, into, { ...LIMITS, ...limits }, options);
    const files = filesOf(into);
    const modified = Object.fromEntries(
      Object.keys(files).map((name) => [name, statSync(path.join(into, name)).mtimeMs])
    );
    return { files, modified, unpacked, root: path.relative(into, unpacked.root) };
  } catch (error) {
    if (existsSync(into)) throw new Error(`${into} was left`, { cause: error });
    throw error;
  } finally {
    // Whatever a box holds, nothing beside the folder is written.
    expect([readdirSync(place).sort(), readFileSync(file).equals(box)]).toEqual([
      ['box', 'in'],
      true,
    ]);
    expect(['', 'to']).toContain(readdirSync(path.dirname(into)).join());
  }
};

const filesOf = (folder: string): Record<string, string | null> => {
  const found: Record<string, string | null> = {};
  const visit = (inner: string): void => {
    const entries = readdirSync(path.join(folder, inner), { withFileTypes: true });
    if (entries.length === 0 && inner !== '') found[inner] = null;
    for (const entry of entries) {
      const name = `${inner}${entry.name}`;
      if (entry.isDirectory()) visit(`${name}/`);
      else found[name] = readFileSync(path.join(folder, name), 'latin1');
    }
  };
  visit('');
  return found;
};
