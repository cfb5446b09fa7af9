import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { translations } from '../translations';

type Key = Parameters<typeof translations.textIn>[1];

/** Says a text of this plugin in the language of the panel. */
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

export const useOriginTexts = (): Say => {
  const intl = useIntl();
  return (key, values) => {
    const defaultMessage = translations.textIn('en', key);
    return intl.formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage }, values);
  };
};
