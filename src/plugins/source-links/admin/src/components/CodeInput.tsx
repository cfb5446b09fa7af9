import * as React from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { type InputProps, useField } from '@strapi/strapi/admin';

/** The code of a document's source, as a field of its edit view. */
const CodeInput = React.forwardRef<HTMLInputElement, InputProps>(
  ({ name, label, hint, required = false, disabled = false, placeholder }, ref) => {
    const field = useField<string | null>(name);

    return (
      <Field.Root name={name} error={field.error ?? false} hint={hint} required={required}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          ref={ref}
          value={field.value ?? ''}
          placeholder={placeholder}
          disabled={disabled}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            field.onChange(name, event.target.value)
          }
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
CodeInput.displayName = 'CodeInput';

export default CodeInput;
