/**
 * A term's name as it is compared and kept: without white space around it, and in the composed form of Unicode.
 * Upper and lower case make two names of it, since archives have both.
 */
export const plainName = (name: string): string => name.normalize('NFC').trim();
