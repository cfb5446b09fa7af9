import { fieldKey } from '../../conflicts/field-names';
import { useSay } from './useSay';

/** What an attribute is called in the panel's language. */
export const useFieldName = (): ((attribute: string) => string) => {
  const say = useSay();
  return (attribute) => {
    const key = fieldKey(attribute);
    return key === null ? attribute : say(key);
  };
};
