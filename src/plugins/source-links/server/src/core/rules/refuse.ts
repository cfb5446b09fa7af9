import { ConfigurationError, type KeyPath, type Place, wrongValue } from 'strapi-plugin-kit/config';

/** An error that names a key, what it was, and why that cannot be. */
export type Refuse = (path: KeyPath, value: unknown, reason: string) => ConfigurationError;

/** Errors of a configuration that is written in one place. */
export const refuseAt =
  (place: Place): Refuse =>
  (path, value, reason) =>
    new ConfigurationError(place, wrongValue(path, value, reason));

/** Compiles a text of a configuration; one that cannot be compiled is refused with the reason. */
export const compileText = <Result>(
  path: KeyPath,
  text: string,
  compile: (text: string) => Result,
  refuse: Refuse
): Result => {
  try {
    return compile(text);
  } catch (error) {
    throw refuse(path, text, error instanceof Error ? error.message : String(error));
  }
};
