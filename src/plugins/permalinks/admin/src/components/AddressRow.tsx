import { Badge, Flex, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ShownAddress } from '../api/answers';
import { PLUGIN_ID } from '../pluginId';

interface AddressRowProps {
  readonly address: ShownAddress;
  readonly onRemove: () => void;
}

const STATES: Readonly<Record<ShownAddress['state'], string>> = {
  current: 'Current',
  reserved: 'Reserved',
  former: 'Redirect',
  gone: 'Gone',
};

/** One address, what it is, and for a redirect the button that removes it. */
export const AddressRow = ({ address, onRemove }: AddressRowProps) => {
  const { formatMessage } = useIntl();

  return (
    <Flex tag="li" gap={2} justifyContent="space-between">
      <Flex gap={2} minWidth={0}>
        <Badge active={address.state === 'current'}>
          {formatMessage({
            id: `${PLUGIN_ID}.panel.state.${address.state}`,
            defaultMessage: STATES[address.state],
          })}
        </Badge>
        <Typography variant="pi" ellipsis title={address.address}>
          {address.address}
        </Typography>
      </Flex>
      {address.state === 'former' && (
        <IconButton
          label={formatMessage(
            {
              id: `${PLUGIN_ID}.panel.remove`,
              defaultMessage: 'Remove the redirect from {address}',
            },
            { address: address.address }
          )}
          variant="ghost"
          onClick={onRemove}
        >
          <Trash />
        </IconButton>
      )}
    </Flex>
  );
};
