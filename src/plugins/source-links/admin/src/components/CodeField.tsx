import * as React from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { type InputProps, useField } from '@strapi/strapi/admin';

type CodeFieldProps = InputProps & { readonly below?: React.ReactNode };

/** A code as a plain field of a form, with whatever is said below it. */
export const CodeField = React.forwardRef<HTMLInputElement, CodeFieldProps>(
  ({ name, label, hint, required = false, disabled = false, placeholder, below }, ref) => {
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
        {below}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
CodeField.displayName = 'CodeField';
