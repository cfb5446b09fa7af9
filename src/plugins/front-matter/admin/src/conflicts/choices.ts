import type {
  Conflict,
  ConflictField,
  SettleRequest,
} from '../../../server/src/panel/conflict-contract';

/** Whose value a field is to have. */
export type Side = 'archive' | 'site';

/** What was chosen so far, by attribute. */
export type Choices = Readonly<Partial<Record<string, Side>>>;

/** The fields of a conflict that something is to be chosen for. */
export const openFields = ({ details }: Pick<Conflict, 'details'>): readonly ConflictField[] =>
  details.filter(({ state }) => state === 'conflict');

/** One choice for all fields. */
export const chooseAll = (fields: readonly ConflictField[], side: Side): Choices =>
  Object.fromEntries(fields.map(({ attribute }) => [attribute, side]));

/** What the server is asked for: what was chosen, and what was seen then. */
export const requestOf = (
  { path, checksum, details }: Pick<Conflict, 'path' | 'checksum' | 'details'>,
  choices: Choices
): SettleRequest => ({
  files: [
    {
      path,
      checksum: checksum ?? '',
      fields: Object.fromEntries(
        details.flatMap(({ attribute, seen }) => {
          const side = choices[attribute];
          return side === undefined ? [] : [[attribute, { side, seen }]];
        })
      ),
    },
  ],
});
