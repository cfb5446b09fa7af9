import * as React from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { type InputProps, useField } from '@strapi/strapi/admin';

/** The slug of a document, as a field of its edit view. */
const SlugInput = React.forwardRef<HTMLInputElement, InputProps>(
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
SlugInput.displayName = 'SlugInput';

export default SlugInput;
