import * as React from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { translations } from '../translations';

type Key = Parameters<typeof translations.textIn>[1];

/** Says a text in the language of the panel. */
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** Says a text of this plugin in the language of the panel. */
export const useOriginTexts = (): Say => {
  const { formatMessage } = useIntl();
  return React.useCallback(
    (key, values) =>
      formatMessage(
        { id: `${PLUGIN_ID}.${key}`, defaultMessage: translations.textIn('en', key) },
        values
      ),
    [formatMessage]
  );
};
