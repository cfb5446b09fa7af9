import en from '../translations/en.json';

type KeyOf<Part extends string> = Extract<keyof typeof en, `${Part}.${string}`>;

const isKey = <Part extends string>(key: string, part: Part): key is KeyOf<Part> =>
  key in en && key.startsWith(`${part}.`);

/** The key of what an issue code means; null for a code that the panel does not know. */
export const meaningKey = (code: string): KeyOf<'code'> | null => {
  const key = `code.${code}`;
  return isKey(key, 'code') ? key : null;
};

/** The key of what can be done on the page about an issue; null for most. */
export const adviceKey = (code: string): KeyOf<'advice'> | null => {
  const key = `advice.${code}`;
  return isKey(key, 'advice') ? key : null;
};
