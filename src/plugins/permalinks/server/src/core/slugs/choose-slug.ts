import { defaultSlug, type SlugSources } from './default-slug';
import { isFormOf, tidySlug } from './given-slug';
import type { AddressOrigin } from '../addresses/address';
import type { SlugRules } from './make-slug';

/** The slug a document is to have, before anybody has asked whether it is free. */
export interface ChosenSlug {
  readonly name: string;
  /** What a suffix is put to when the name is taken. */
  readonly stem: string;
  readonly origin: AddressOrigin;
}

/**
 * What a document's slug is to be. A form shows the slug as one types the title and then sends it:
 * a slug as its title makes it, `-2` and all, counts as made.
 *
 * @param given what the row says, tidied or not; nothing, null or blank asks for a made one.
 */
export function chooseSlug(given: unknown, sources: SlugSources, rules: SlugRules): ChosenSlug {
  const made = defaultSlug(sources, rules);
  const name = typeof given === 'string' ? tidySlug(given) : '';
  if (name === '') return { name: made, stem: made, origin: 'made' };
  return isFormOf(name, made)
    ? { name, stem: made, origin: 'made' }
    : { name, stem: name, origin: 'given' };
}
