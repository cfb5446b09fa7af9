import type {
  ArchiveKey,
  KeyAttribute,
  ValueKind,
} from '../../../server/src/panel/mapping-contract';

/** Why a key cannot become an attribute: what the attribute would have to be given. */
export type UnfitReason = 'one-value' | 'shorter' | 'listed' | 'number' | 'boolean' | 'date';

type Held = Pick<ArchiveKey, 'kinds' | 'longest' | 'values'>;

const holds = ({ kinds }: Held, kind: ValueKind): boolean => (kinds[kind] ?? 0) > 0;

const KINDS: readonly ValueKind[] = ['text', 'number', 'boolean', 'date', 'list', 'map'];

const isOnly = (key: Held, kind: ValueKind): boolean =>
  KINDS.every((each) => each === kind || !holds(key, each));

/** Of values that are too many to be known, nobody knows. */
const isListed = (values: Held['values'], allowed: readonly string[]): boolean =>
  values === null || values.every((value) => allowed.includes(value));

/** Why the values of a key do not fit an attribute; null where all of them fit, as far as is known. */
export const unfitReason = (
  key: Held,
  { kind, maxLength, values }: Pick<KeyAttribute, 'kind' | 'maxLength' | 'values'>
): UnfitReason | null => {
  switch (kind) {
    case 'json':
    case 'relation':
      return null;
    case 'text':
      if (holds(key, 'list') || holds(key, 'map')) return 'one-value';
      if (maxLength !== null && key.longest > maxLength) return 'shorter';
      return values === null || isListed(key.values, values) ? null : 'listed';
    case 'datetime':
      return isOnly(key, 'date') ? null : 'date';
    default:
      return isOnly(key, kind) ? null : kind;
  }
};
