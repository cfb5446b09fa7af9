import { languageNamed, type Language } from './languages';

type Values = Readonly<Record<string, string | number>>;

/** A message in each language; `{name}` stands for a value. */
export type Message = Readonly<Record<Language, string>>;

type ErrorType<Error_, Details> = new (message: string, details?: Details) => Error_;

/** What a plugin says to people, by keys. */
export interface Messages<Key extends string> {
  readonly all: Readonly<Record<Key, Message>>;
  /** A message in a language; in English where that is not known. */
  in(language: string, key: Key, values?: Values): string;
  /** An error that says it in English, and in the panel in the language of whoever reads it there. */
  error<Error_ extends Error, Details>(
    type: ErrorType<Error_, Details>,
    key: Key,
    values?: Values,
    details?: Details
  ): Error_;
}

const TEXT = Symbol.for('strapi-plugin-kit.text');

type Text = (language: string) => string;

/** Has an error say something else where it is read in another language. */
export const sayIn = <Error_ extends Error>(error: Error_, text: Text): Error_ =>
  Object.defineProperty(error, TEXT, { value: text });

/** What an error says in a language; null where that is what its message says. */
export const textOf = (error: unknown): Text | null => {
  if (typeof error !== 'object' || error === null || !(TEXT in error)) return null;
  return error[TEXT] as Text;
};

const fill = (message: string, values: Values): string =>
  message.replace(/\{(\w+)\}/gu, (gap, name: string) => String(values[name] ?? gap));

/** Gathers what a plugin says to people. */
export const createMessages = <Key extends string>(
  all: Readonly<Record<Key, Message>>
): Messages<Key> => {
  const sayMessage = (language: string, key: Key, values: Values = {}): string =>
    fill(all[key][languageNamed(language)], values);
  return {
    all,
    in: sayMessage,
    error(type, key, values = {}, details) {
      const error = new type(sayMessage('en', key, values), details);
      return sayIn(error, (language) => sayMessage(language, key, values));
    },
  };
};
