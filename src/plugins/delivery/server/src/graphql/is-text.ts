/** Whether a value can be told from others by its text, as JSON has it. */
export const isText = (value: unknown): boolean => {
  if (['function', 'symbol', 'bigint'].includes(typeof value) || value instanceof RegExp)
    return false;
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  if (Array.isArray(value)) return value.every(isText);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isText);
};
