import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useOtherForms } from '../hooks/useOtherForms';
import { PLUGIN_ID } from '../plugin-id';
import { type LocaleQuery, localeOf } from '../requests/locale-query';

/** Says who else has a document open; nothing where nobody has. */
export const OtherForms: PanelComponent = ({ model, documentId, meta }: PanelComponentProps) => {
  const { formatMessage } = useIntl();
  const [{ query }] = useQueryParams<LocaleQuery>();
  // Only documents of types that the plugin serves are told with how they were read.
  const isServed = documentId !== undefined && meta !== undefined && 'newsroom' in meta;
  const others = useOtherForms(isServed ? { model, documentId, locale: localeOf(query) } : null);
  if (others.length === 0) return null;

  return {
    title: formatMessage({ id: `${PLUGIN_ID}.open.title`, defaultMessage: 'Open elsewhere' }),
    content: (
      <Flex role="status" direction="column" alignItems="flex-start" gap={1}>
        {others.map(({ userName, isOwn }) => (
          <Typography key={`${userName} ${isOwn}`}>
            {isOwn
              ? formatMessage({
                  id: `${PLUGIN_ID}.open.own`,
                  defaultMessage: 'You have it open in another window, too.',
                })
              : formatMessage(
                  {
                    id: `${PLUGIN_ID}.open.other`,
                    defaultMessage: '{name} has it open, too.',
                  },
                  { name: userName }
                )}
          </Typography>
        ))}
      </Flex>
    ),
  };
};
