import type { MappedKey } from '../../core/keys/mapped-key';
import type { ArchiveSettings } from './settings';

/** The keys that settings map, in their order. */
export const mappedKeys = ({ mapping }: ArchiveSettings): readonly MappedKey[] =>
  Object.entries(mapping).map(([key, to]) => ({ key, to }));
