import { adviceKey } from '../../issues/meaning-key';
import { useSay } from './useSay';

/** Says what can be done on the page about an issue, whose message speaks of the command line; null for most. */
export const useAdvice = (): ((code: string) => string | null) => {
  const say = useSay();
  return (code) => {
    const key = adviceKey(code);
    return key === null ? null : say(key);
  };
};
