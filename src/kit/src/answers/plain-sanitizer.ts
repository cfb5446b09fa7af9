/** Makes of each document of an answer what may be answered. */
type Sanitizer = (schema: never) => (data: unknown) => unknown;

const PLAIN = Symbol.for('strapi-plugin-kit.plain-sanitizer');

/**
 * Marks a sanitizer of the content API that looks at documents alone, and not at who asks for them. Where there are
 * only such ones, answers may be made before anything of Strapi's looks at a request.
 */
export const plainSanitizer = <Plain extends Sanitizer>(sanitizer: Plain): Plain =>
  Object.assign(sanitizer, { [PLAIN]: true });

export const isPlain = (sanitizer: object): boolean => Reflect.get(sanitizer, PLAIN) === true;
