import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

import { BadRequest } from '../errors/request-errors';

/**
 * Counts the fields of all operations as a walk that follows each spread of a fragment would, without
 * walking so: each fragment is counted once. Rules that walk, such as a limit of depth, take minutes
 * for twenty-five fragments of which each spreads the next one twice.
 */
export const countFields = ({ definitions }: DocumentNode): number => {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  const counts = new Map<string, number | 'counting'>();

  const ofFragment = (name: string): number => {
    const known = counts.get(name);
    if (known === 'counting') throw new BadRequest(`The fragment "${name}" spreads itself.`);
    if (known !== undefined) return known;
    const selections = fragments.get(name);
    if (selections === undefined) throw new BadRequest(`There is no fragment "${name}".`);
    counts.set(name, 'counting');
    const count = ofSelections(selections);
    counts.set(name, count);
    return count;
  };

  const ofSelections = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      // A spread counts as well: an empty chain of them is walked, too.
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return sum + 1 + ofFragment(selection.name.value);
      return (
        sum + 1 + (selection.selectionSet === undefined ? 0 : ofSelections(selection.selectionSet))
      );
    }, 0);

  for (const name of fragments.keys()) ofFragment(name);
  return definitions.reduce(
    (sum, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? sum + ofSelections(definition.selectionSet)
        : sum,
    0
  );
};
