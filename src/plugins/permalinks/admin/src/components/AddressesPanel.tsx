import type { PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { unstable_useContentManagerContext } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { servedTypeOf } from '../served-type';
import { AddressList } from './AddressList';

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** The addresses of a document, beside its edit view. */
export const AddressesPanel: PanelComponent = ({ model, document, meta }: PanelComponentProps) => {
  const { formatMessage } = useIntl();
  const { contentType } = unstable_useContentManagerContext();
  // A page that clones has its source's id and no document; a new locale has none yet either.
  const documentId = textOf(document?.['documentId']);
  if (documentId === null || servedTypeOf(contentType?.pluginOptions) === null) return null;
  const published = meta?.availableStatus[0]?.updatedAt ?? '';

  return {
    title: formatMessage({ id: `${PLUGIN_ID}.panel.title`, defaultMessage: 'Addresses' }),
    content: (
      <AddressList
        contentType={model}
        documentId={documentId}
        locale={textOf(document?.['locale'])}
        version={`${document?.['updatedAt'] ?? ''} ${published}`}
      />
    ),
  };
};
