import * as React from 'react';
import { Button, Field, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';

interface AddRedirectProps {
  /** Answers true when it was added. */
  readonly onAdd: (path: string) => Promise<boolean>;
}

/** The form that adds a redirect to a document. */
export const AddRedirect = ({ onAdd }: AddRedirectProps) => {
  const { formatMessage } = useIntl();
  const [path, setPath] = React.useState('');
  const say = (key: string, defaultMessage: string) =>
    formatMessage({ id: `${PLUGIN_ID}.panel.${key}`, defaultMessage });

  return (
    <>
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
          if (await onAdd(path)) setPath('');
        }}
      >
        {say('add', 'Add redirect')}
      </Button>
    </>
  );
};
