import type { KeyAttribute, MappedKey } from '../../../server/src/panel/mapping-contract';

/** What is chosen for a key, as a select has it: an attribute, or a relation and how its target is found. */
export type Choice = string;

/** Nothing of its own: the key is what it is without a mapping. A select does not know an empty choice. */
export const USUAL: Choice = '\0';

const BETWEEN = '\0';

/** The choice that a mapping is. */
export const choiceOf = (to: MappedKey['to'] | undefined): Choice => {
  if (to === undefined) return USUAL;
  return typeof to === 'string' ? to : `${to.relation}${BETWEEN}${to.by}`;
};

/** The attribute of a choice, and that of a relation's target; null for what has none. */
export const partsOf = (choice: Choice): { attribute: string | null; by: string | null } => {
  if (choice === USUAL) return { attribute: null, by: null };
  const [attribute = '', by = null] = choice.split(BETWEEN);
  return { attribute, by };
};

const targetOf = (choice: Choice): MappedKey['to'] | null => {
  const { attribute, by } = partsOf(choice);
  if (attribute === null) return null;
  return by === null ? attribute : { relation: attribute, by };
};

/** What an attribute offers to be chosen. */
export const choicesOf = ({ name, kind, by }: KeyAttribute): readonly Choice[] =>
  kind === 'relation' ? by.map((each) => choiceOf({ relation: name, by: each })) : [name];

/** What is chosen and not saved, by key. */
export type Changes = ReadonlyMap<string, Choice>;

const choicesIn = (keys: readonly MappedKey[]): ReadonlyMap<string, Choice> =>
  new Map(keys.map(({ key, to }) => [key, choiceOf(to)]));

/** Those changes that are other than what is in force. */
export const realChanges = (keys: readonly MappedKey[], changes: Changes): Changes => {
  const inForce = choicesIn(keys);
  return new Map([...changes].filter(([key, to]) => to !== (inForce.get(key) ?? USUAL)));
};

/** A mapping with changes in it; what is not changed stays as it is, and where it is. */
export const changeMapping = (
  keys: readonly MappedKey[],
  changes: Changes
): readonly MappedKey[] => {
  const known = new Set(keys.map(({ key }) => key));
  const added = [...changes].filter(([key]) => !known.has(key));
  const all = [...choicesIn(keys), ...added];
  return all.flatMap(([key, before]) => {
    const to = targetOf(changes.get(key) ?? before);
    return to === null ? [] : [{ key, to }];
  });
};
