import { type KeyPath, writePath } from './key-path';

/** What of an entry is wrong. */
export type EntryPart = 'key' | 'value';

/** Where a configuration is written, as messages name it. */
export interface Place {
  /** The file, with line and column where these are known. */
  fileAt(path: KeyPath, part: EntryPart): string;
  /** A key of it, as one looks for it there. */
  keyAt(path: KeyPath): string;
}

/** The configuration of a plugin, in whichever of the application's `config/plugins` files. */
export const pluginPlace = (plugin: string): Place => ({
  fileAt: () => 'config/plugins',
  keyAt: (path) => `"${plugin}".config${writePath(path)}`,
});

/** Lines and columns both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of an entry, or of the nearest one around it; null where neither is known. */
export type PositionOf = (path: KeyPath, part: EntryPart) => Position | null;

/** A file of settings of its own. */
export const filePlace = (file: string, positionOf: PositionOf = () => null): Place => ({
  fileAt(path, part) {
    const position = positionOf(path, part);
    return position === null ? file : `${file}:${position.line}:${position.column}`;
  },
  keyAt: (path) => (path.length === 0 ? 'it' : `"${writePath(path).replace(/^\./, '')}"`),
});
