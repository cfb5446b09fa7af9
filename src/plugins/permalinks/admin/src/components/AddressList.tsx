import * as React from 'react';
import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useAddresses } from '../hooks/useAddresses';
import { PLUGIN_ID } from '../pluginId';
import { AddressRow } from './AddressRow';

interface AddressListProps {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  /** Changes with every save. */
  readonly version: string;
}

/** A document's current, reserved and former addresses; redirects can be added and removed. */
export const AddressList = ({ contentType, documentId, locale, version }: AddressListProps) => {
  const { formatMessage } = useIntl();
  const { list, add, remove } = useAddresses(contentType, documentId, locale, version);
  const [path, setPath] = React.useState('');
  const say = (key: string, defaultMessage: string) =>
    formatMessage({ id: `${PLUGIN_ID}.panel.${key}`, defaultMessage });

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {list.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {say('none', 'None yet')}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {list.map((address) => (
          <AddressRow
            key={address.key}
            address={address}
            onRemove={() => void remove(address.key)}
          />
        ))}
      </Flex>
      <Field.Root name="permalinks-redirect">
        <Field.Label>{say('add.label', 'Redirect from')}</Field.Label>
        <TextInput
          value={path}
          placeholder="/2012/old-name.html"
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setPath(event.target.value)}
        />
      </Field.Root>
      <Button
        type="button"
        variant="secondary"
        size="S"
        disabled={path.trim() === ''}
        onClick={async () => {
          if (await add(path)) setPath('');
        }}
      >
        {say('add', 'Add redirect')}
      </Button>
    </Flex>
  );
};
