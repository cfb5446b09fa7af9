import type { Level } from '../plans/level';
import type { Answered, ReadDocuments } from '../plans/read-level';

/** What an answer was made of, and depends on. */
export interface Sources {
  /** The types that it has documents of. */
  readonly uids: readonly string[];
  /** Types of which any document that is written may change the answer. */
  readonly types: readonly string[];
  /** The ids of the documents that it has. */
  readonly documents: ReadonlySet<string>;
}

/** Stands among types for all that nothing tells of. */
export const ANYTHING = '*';

const ID = 'documentId';

/** Whether an answer tells the ids of a level's documents: the application may keep them to itself. */
const tellsIds = ({ columns }: Level): boolean =>
  columns.some(({ attribute, isHidden }) => attribute === ID && !isHidden);

/** The types that answers of a level depend on as a whole. */
export const typesOf = (level: Level): readonly string[] => [
  ...new Set([
    ...level.types,
    ...(tellsIds(level) ? [] : [level.uid]),
    ...level.relations.flatMap((relation) => typesOf(relation.level)),
  ]),
];

/** The types that answers of a level have documents of. */
export const shownTypes = ({ uid, relations }: Level): readonly string[] => [
  ...new Set([
    uid,
    ...relations.flatMap(({ isHidden, level }) => (isHidden ? [] : shownTypes(level))),
  ]),
];

/** Documents that an answer is made of, and what of them it does not show. */
type Read = Pick<ReadDocuments, 'documents' | 'hidden'>;

const listOf = (value: unknown): readonly Answered[] =>
  value === null || value === undefined ? [] : ([value].flat() as Answered[]);

/** Collects the ids of the documents of an answer, into a set that there may be already. */
export const documentsOf = (
  { relations }: Level,
  { documents, hidden }: Read,
  into = new Set<string>()
): ReadonlySet<string> => {
  for (const document of documents) into.add(String(document[ID]));
  for (const { attribute, level, isHidden } of relations) {
    for (const document of isHidden ? hidden : documents) {
      documentsOf(level, { documents: listOf(document[attribute]), hidden: [] }, into);
    }
  }
  return into;
};
