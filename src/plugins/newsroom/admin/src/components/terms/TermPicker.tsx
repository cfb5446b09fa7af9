import * as React from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useSay } from '../../hooks/useSay';
import { type FoundTerm, useTermSearch } from '../../hooks/useTermSearch';

interface TermPickerProps {
  readonly uid: string;
  /** The attribute with the terms' names. */
  readonly name: string;
  readonly label: string;
  /** Terms that cannot be chosen. */
  readonly except: readonly string[];
  readonly disabled?: boolean;
  /** Whether the field keeps what was chosen, and is not emptied for the next one. */
  readonly keepsChoice?: boolean;
  readonly onPick: (term: FoundTerm | null) => void;
}

/** Lets a term be chosen by typing a part of its name. */
export const TermPicker = ({
  uid,
  name,
  label,
  except,
  disabled = false,
  keepsChoice = false,
  onPick,
}: TermPickerProps) => {
  const say = useSay();
  const [text, setText] = React.useState('');
  const [shown, setShown] = React.useState('');
  const found = useTermSearch(uid, name, text);
  const offered = (found ?? []).filter(({ documentId }) => !except.includes(documentId));
  const pick = (documentId: string): void => {
    const term = offered.find((one) => one.documentId === documentId) ?? null;
    onPick(term);
    setShown(keepsChoice && term !== null ? term.name : '');
    setText('');
  };

  return (
    <Field.Root width="100%">
      <Field.Label>{label}</Field.Label>
      <Combobox
        autocomplete="none"
        disabled={disabled}
        loading={found === null}
        loadingMessage={say('terms.loading')}
        noOptionsMessage={() => say('terms.none-found')}
        placeholder={say('terms.find')}
        clearLabel={say('terms.clear')}
        textValue={shown}
        onTextValueChange={(value) => setShown(value ?? '')}
        onInputChange={(event) => setText(event.currentTarget.value)}
        onChange={(value) => {
          if (typeof value === 'string' && value !== '') pick(value);
        }}
        onClear={() => {
          setText('');
          setShown('');
          onPick(null);
        }}
      >
        {offered.map((term) => (
          <ComboboxOption key={term.documentId} value={term.documentId} textValue={term.name}>
            {term.name}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
};
