import * as React from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../plugin-id';

type Values = Readonly<Record<string, string | number>>;

/** Says a text of the editor's in the language of the panel. */
export type Say = (key: string, defaultMessage: string, values?: Values) => string;

export const useBodyWords = (): Say => {
  const { formatMessage } = useIntl();
  return React.useCallback(
    (key, defaultMessage, values) =>
      formatMessage({ id: `${PLUGIN_ID}.body.${key}`, defaultMessage }, values),
    [formatMessage]
  );
};
