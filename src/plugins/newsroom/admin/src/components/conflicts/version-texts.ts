import type { Conflict } from '../../requests/saves';

/** A relation as a form has it: what is to be added, and what to be taken away. */
interface RelationChange {
  readonly connect?: readonly RelatedItem[];
  readonly disconnect?: readonly RelatedItem[];
}

interface RelatedItem {
  readonly label?: unknown;
  readonly documentId?: unknown;
  readonly apiData?: { readonly documentId?: unknown };
}

/** The two versions of an attribute, as they are shown beside each other. */
export interface VersionTexts {
  readonly own: string;
  readonly theirs: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFile = (value: unknown): value is { readonly name: string } =>
  isObject(value) && 'mime' in value && typeof value['name'] === 'string';

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (isFile(value)) return value.name;
  if (Array.isArray(value) && value.every(isFile)) return value.map(textOf).join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
};

const idOf = ({ documentId, apiData }: RelatedItem): string =>
  String(apiData?.documentId ?? documentId ?? '');

/**
 * @param isOne whether the relation leads to one document: another takes its place
 */
const relationTexts = (
  { connect = [], disconnect = [] }: RelationChange,
  ids: readonly string[],
  names: Readonly<Record<string, string>>,
  isOne: boolean
): VersionTexts => {
  const nameOf = (id: string): string => names[id] || id;
  const away = new Set([...disconnect, ...connect].map(idOf));
  const kept = isOne && connect.length > 0 ? [] : ids.filter((id) => !away.has(id));
  const added = connect.map((item) =>
    typeof item.label === 'string' ? item.label : nameOf(idOf(item))
  );
  return {
    own: [...kept.map(nameOf), ...added].join('\n'),
    theirs: ids.map(nameOf).join('\n'),
  };
};

/**
 * What is shown of an attribute that both have changed. Relations are shown as the documents that each choice would
 * lead to, by name, one a line; files by name; texts as they are.
 *
 * @param own the form's value
 * @param isOne of a relation, whether it leads to one document
 */
export const versionTexts = (
  { now, names = {} }: Conflict,
  own: unknown,
  isOne: boolean
): VersionTexts =>
  isObject(own) && 'connect' in own && Array.isArray(now)
    ? relationTexts(own as RelationChange, now.map(String), names, isOne)
    : { own: textOf(own), theirs: textOf(now) };
