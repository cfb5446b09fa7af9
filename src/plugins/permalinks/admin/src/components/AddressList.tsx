import * as React from 'react';
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
  const field = React.useRef<HTMLInputElement>(null);
  const buttons = React.useRef(new Map<string, HTMLButtonElement>());

  /** The button that had the focus goes with its redirect: the next one takes it, or the field. */
  const removeAndMoveOn = async (key: string) => {
    const keys = list.map((address) => address.key).filter((each) => buttons.current.has(each));
    const at = keys.indexOf(key);
    const next = keys[at + 1] ?? keys[at - 1];
    if (!(await remove(key))) return;
    const button = next === undefined ? undefined : buttons.current.get(next);
    (button ?? field.current)?.focus();
  };

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
            onRemove={mayRedirect === true ? () => void removeAndMoveOn(address.key) : null}
            removeRef={(button) => {
              if (button === null) buttons.current.delete(address.key);
              else buttons.current.set(address.key, button);
            }}
          />
        ))}
      </Flex>
      {mayRedirect === true && <AddRedirect ref={field} onAdd={add} />}
      {mayRedirect === false && note('forbidden', 'Your role may not add or remove redirects.')}
    </Flex>
  );
};
