import { createStore, del, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import type { Reading } from '../requests/readings';

/** What was typed in a form and not saved. */
export interface TypedText {
  /** The attributes that were changed. */
  readonly values: Readonly<Record<string, unknown>>;
  /** How the document was read that they were typed into; null for one that was not there yet. */
  readonly reading: Reading | null;
  /** When it was typed last, in milliseconds since 1970. */
  readonly at: number;
}

/** Whose form it is, and of what. */
export interface FormPlace {
  readonly user: string;
  /** Names the document among all; a new one of a type by that alone. */
  readonly document: string;
  readonly locale: string;
}

/** How long it is kept: fourteen days, in milliseconds. */
const LONGEST = 14 * 24 * 60 * 60 * 1000;

let opened: UseStore | null = null;
const store = (): UseStore => (opened ??= createStore('strapi-plugin-newsroom', 'typed'));

const keyOf = ({ user, document, locale }: FormPlace): string =>
  JSON.stringify([user, document, locale]);

/** A browser may have no such store, as in some private windows: then nothing is kept. */
const orNothing = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

/** What was typed in a form the last time, and not saved. */
export const typedIn = async (place: FormPlace): Promise<TypedText | null> => {
  const found = await orNothing(() => get<TypedText>(keyOf(place), store()));
  return found !== undefined && found.at > Date.now() - LONGEST ? found : null;
};

export const keepTyped = (place: FormPlace, text: TypedText): Promise<void> =>
  orNothing(() => set(keyOf(place), text, store()));

const forgetWhere = async (
  isForgotten: (key: string, text: TypedText) => boolean
): Promise<void> => {
  await orNothing(async () => {
    const all = await entries<string, TypedText>(store());
    const keys = all.filter(([key, text]) => isForgotten(key, text)).map(([key]) => key);
    await delMany(keys, store());
  });
};

export const forgetTyped = (place: FormPlace): Promise<void> =>
  orNothing(() => del(keyOf(place), store()));

/** Forgets all that was typed in this browser, whoever has: whoever logs out leaves nothing behind. */
export const forgetAllTyped = (): Promise<void> => forgetWhere(() => true);

/** Forgets what nobody has come back for. */
export const forgetOldTyped = (): Promise<void> =>
  forgetWhere((_, { at }) => at <= Date.now() - LONGEST);
