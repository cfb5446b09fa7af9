import type * as React from 'react';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ShownAddress } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';
import { RemoveRedirect } from './RemoveRedirect';

interface AddressRowProps {
  readonly address: ShownAddress;
  /** Null for whoever may not remove redirects. */
  readonly onRemove: (() => void) | null;
  readonly removeRef: React.Ref<HTMLButtonElement>;
}

/** Addresses have no blanks to break at, and the panel is narrow. */
const WholeAddress = styled(Typography)`
  overflow-wrap: anywhere;
`;

const ROLES = {
  current: 'Current',
  reserved: 'Reserved',
  'former-slug': 'Old slug',
  'former-path': 'Old address',
  here: 'Address now',
  gone: 'Gone',
} as const;

/** An active badge's own colours are too close to each other to be read by everybody. */
const CURRENT = { backgroundColor: 'primary100', textColor: 'primary700' };

/** What an address is to its document. An imported address may be the very one it has now. */
const roleOf = ({ kind, state, here }: ShownAddress): keyof typeof ROLES =>
  here ? 'here' : state === 'former' ? `former-${kind}` : state;

/** One address, what it is, and for a redirect the button that removes it. */
export const AddressRow = ({ address, onRemove, removeRef }: AddressRowProps) => {
  const { formatMessage } = useIntl();

  const role = roleOf(address);

  return (
    <Flex tag="li" gap={2} justifyContent="space-between" alignItems="flex-start">
      <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
        <Badge {...(role === 'current' || role === 'here' ? CURRENT : {})}>
          {formatMessage({
            id: `${PLUGIN_ID}.panel.role.${role}`,
            defaultMessage: ROLES[role],
          })}
        </Badge>
        <WholeAddress variant="pi">{address.address}</WholeAddress>
      </Flex>
      {address.state === 'former' && onRemove !== null && (
        <RemoveRedirect ref={removeRef} address={address.address} onRemove={onRemove} />
      )}
    </Flex>
  );
};
