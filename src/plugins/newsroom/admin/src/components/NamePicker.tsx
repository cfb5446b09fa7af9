import * as React from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNames } from '../hooks/useNames';
import { PLUGIN_ID } from '../plugin-id';

interface NamePickerProps {
  readonly name: string;
  readonly 'aria-label': string;
  readonly target: string;
  readonly mainField: { readonly name: string };
}

/** Picks a name among those of a type, by typing a part of it: there may be thousands. */
export const NamePicker = (props: NamePickerProps) => {
  const { formatMessage } = useIntl();
  const field = useField<string | undefined>(props.name);
  const [part, setPart] = React.useState('');
  const { names, isLoading } = useNames(props.target, props.mainField.name, part);
  const chosen = field.value ?? '';
  const offered = chosen === '' || names.includes(chosen) ? names : [chosen, ...names];

  return (
    <Combobox
      aria-label={props['aria-label']}
      placeholder={formatMessage({
        id: `${PLUGIN_ID}.filter.pick`,
        defaultMessage: 'Type a part of the name',
      })}
      value={chosen}
      onChange={(value?: string) => field.onChange(props.name, value ?? '')}
      onInputChange={(event: React.ChangeEvent<HTMLInputElement>) => setPart(event.target.value)}
      onOpenChange={(isOpen?: boolean) => {
        if (isOpen === false) setPart('');
      }}
      // What the server has found is what there is.
      autocomplete="list"
      loading={isLoading}
    >
      {offered.map((name) => (
        <ComboboxOption key={name} value={name}>
          {name}
        </ComboboxOption>
      ))}
    </Combobox>
  );
};
