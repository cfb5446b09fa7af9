/** Enough to know a value again. */
const MAX_LENGTH = 60;

const jsonOf = (value: object): string => {
  try {
    return JSON.stringify(value) ?? 'an object';
  } catch {
    return 'an object';
  }
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  if (value instanceof RegExp) return String(value);
  return typeof value === 'object' && value !== null ? jsonOf(value) : String(value);
};

/** A value for a message: as it is written, its end left out where it is long. */
export const showValue = (value: unknown): string => {
  const characters = [...textOf(value)];
  if (characters.length <= MAX_LENGTH) return characters.join('');
  return `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
};
