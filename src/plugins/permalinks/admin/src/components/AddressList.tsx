import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useAddresses } from '../hooks/useAddresses';
import { PLUGIN_ID } from '../plugin-id';
import { AddRedirect } from './AddRedirect';
import { AddressRow } from './AddressRow';

interface AddressListProps {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  /** Changes with every save. */
  readonly version: string;
}

/**
 * A document's current, reserved and former addresses. Who may, adds and removes redirects; who may
 * not, is told so.
 */
export const AddressList = ({ contentType, documentId, locale, version }: AddressListProps) => {
  const { formatMessage } = useIntl();
  const { list, mayRedirect, add, remove } = useAddresses(contentType, documentId, locale, version);
  const note = (key: string, defaultMessage: string) => (
    <Typography variant="pi" textColor="neutral600">
      {formatMessage({ id: `${PLUGIN_ID}.panel.${key}`, defaultMessage })}
    </Typography>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {list.length === 0 && note('none', 'None yet')}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {list.map((address) => (
          <AddressRow
            key={address.key}
            address={address}
            onRemove={mayRedirect === true ? () => void remove(address.key) : null}
          />
        ))}
      </Flex>
      {mayRedirect === true && <AddRedirect onAdd={add} />}
      {mayRedirect === false && note('forbidden', 'Your role may not add or remove redirects.')}
    </Flex>
  );
};
