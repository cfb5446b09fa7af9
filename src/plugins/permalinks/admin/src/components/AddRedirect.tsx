import * as React from 'react';
import { Button, Field, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';

interface AddRedirectProps {
  /** Answers with what is said against it; null when it was added. */
  readonly onAdd: (path: string) => Promise<string | null>;
}

/** The form that adds a redirect to a document, by its button or by Enter. Its field keeps the focus. */
export const AddRedirect = React.forwardRef<HTMLInputElement, AddRedirectProps>(
  ({ onAdd }, ref) => {
    const { formatMessage } = useIntl();
    const [path, setPath] = React.useState('');
    const [refusal, setRefusal] = React.useState<string | null>(null);
    const [isAdding, setIsAdding] = React.useState(false);
    const field = React.useRef<HTMLInputElement | null>(null);
    const say = (key: string, defaultMessage: string) =>
      formatMessage({ id: `${PLUGIN_ID}.panel.${key}`, defaultMessage });
    const isBlank = path.trim() === '';

    const add = async () => {
      if (isBlank || isAdding) return;
      setIsAdding(true);
      const said = await onAdd(path);
      setIsAdding(false);
      setRefusal(said);
      if (said === null) setPath('');
      field.current?.focus();
    };

    return (
      <>
        <Field.Root name="permalinks-redirect" error={refusal ?? false}>
          <Field.Label>{say('add.label', 'Redirect from')}</Field.Label>
          <TextInput
            ref={(input: HTMLInputElement | null) => {
              field.current = input;
              if (typeof ref === 'function') ref(input);
              else if (ref !== null) ref.current = input;
            }}
            value={path}
            placeholder="/2012/old-name.html"
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
              setPath(event.target.value);
              setRefusal(null);
            }}
            onKeyDown={(event: React.KeyboardEvent<HTMLInputElement>) => {
              // Whoever composes Chinese ends a word by Enter, and has not ended the address.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              // The form around the panel is the document's.
              event.preventDefault();
              void add();
            }}
          />
          <Field.Error />
        </Field.Root>
        <Button
          type="button"
          variant="secondary"
          size="S"
          disabled={isBlank}
          loading={isAdding}
          onClick={() => void add()}
        >
          {say('add', 'Add redirect')}
        </Button>
      </>
    );
  }
);
AddRedirect.displayName = 'AddRedirect';
