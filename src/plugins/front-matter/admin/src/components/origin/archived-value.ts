import type { ArchivedValue, OriginTerm } from '../../../../server/src/panel/origin-contract';

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
};

const namesOf = (terms: readonly OriginTerm[]): string => terms.map(({ name }) => name).join('\n');

/** What is shown beside each other of a field: relations as names, one a line, in the order of the relation. */
export interface ShownVersions {
  /** Null for what is not kept, or may not be read. */
  readonly archived: string | null;
  readonly now: string;
}

/** @param own the form's value */
export const shownVersions = (archived: ArchivedValue, own: unknown): ShownVersions => {
  switch (archived.kind) {
    case 'value':
      return { archived: textOf(archived.value), now: textOf(own) };
    case 'terms':
      return { archived: namesOf(archived.terms), now: namesOf(archived.now) };
    default:
      return { archived: null, now: '' };
  }
};

/** A related document as a form has it: what is sent to the server, and what is shown until then. */
const relatedItem = ({ id, documentId, locale, name }: OriginTerm, place: number) => ({
  id,
  documentId,
  label: name,
  apiData: {
    id,
    documentId,
    ...(locale === null ? {} : { locale }),
    isTemporary: true,
    // One after the other goes to the end, those that are there already as well: so they come to be in this order.
    position: { end: true },
  },
  // The form sorts by it; what the server has begins with "a".
  __temp_key__: `b${String(place).padStart(4, '0')}1`,
});

const leavingItem = ({ id, documentId, locale }: OriginTerm) => ({
  id,
  apiData: { id, documentId, ...(locale === null ? {} : { locale }) },
});

/** A form's value of a field whose archived version is taken; undefined where there is none to take. */
export const formValueOf = (archived: ArchivedValue): unknown => {
  if (archived.kind === 'value') return archived.value;
  if (archived.kind !== 'terms') return undefined;
  const kept = new Set(archived.terms.map(({ documentId }) => documentId));
  return {
    connect: archived.terms.map(relatedItem),
    disconnect: archived.now.filter(({ documentId }) => !kept.has(documentId)).map(leavingItem),
  };
};
