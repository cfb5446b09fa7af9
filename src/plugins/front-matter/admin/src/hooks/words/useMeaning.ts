import { meaningKey } from '../../issues/meaning-key';
import { useSay } from './useSay';

/** Says what an issue code means in the panel's language; `otherwise` of a code that the panel does not know. */
export const useMeaning = (): ((code: string, otherwise: string) => string) => {
  const say = useSay();
  return (code, otherwise) => {
    const key = meaningKey(code);
    return key === null ? otherwise : say(key);
  };
};
