import en from '../translations/en.json';

type MeaningKey = Extract<keyof typeof en, `code.${string}`>;

const isMeaning = (key: string): key is MeaningKey => key in en;

/** The key of what an issue code means; null for a code that the panel does not know. */
export const meaningKey = (code: string): MeaningKey | null => {
  const key = `code.${code}`;
  return isMeaning(key) ? key : null;
};
