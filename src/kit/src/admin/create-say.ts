import * as React from 'react';
import { useIntl } from 'react-intl';
import type { Translations } from './translations';

/** Says a text in the language of the panel, with values filled in. */
export type Say<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>
) => string;

/** Makes the hook by which a plugin's components say its texts. */
export const createSay =
  <Key extends string>(pluginId: string, { textIn }: Translations<Key>) =>
  (): Say<Key> => {
    const { formatMessage } = useIntl();
    return React.useCallback(
      (key, values) =>
        formatMessage({ id: `${pluginId}.${key}`, defaultMessage: textIn('en', key) }, values),
      [formatMessage]
    );
  };
