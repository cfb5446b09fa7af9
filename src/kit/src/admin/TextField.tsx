import * as React from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { type InputProps, useField } from '@strapi/strapi/admin';

type TextFieldProps = InputProps & {
  /** What is shown while the form holds no text yet. */
  readonly meanwhile?: string | null;
  /** What is said of the text, below it. */
  readonly below?: React.ReactNode;
  /** What can be done, at the end of the field. */
  readonly endAction?: React.ReactNode;
  readonly onEdit?: (text: string) => void;
};

/** A text as a plain field of a form. */
export const TextField = React.forwardRef<HTMLInputElement, TextFieldProps>(
  (
    {
      name,
      label,
      hint,
      required = false,
      disabled = false,
      placeholder,
      meanwhile = null,
      below,
      endAction,
      onEdit,
    },
    ref
  ) => {
    const field = useField<string | null>(name);

    return (
      <Field.Root name={name} error={field.error ?? false} hint={hint} required={required}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          ref={ref}
          value={meanwhile ?? field.value ?? ''}
          placeholder={placeholder}
          disabled={disabled}
          endAction={endAction}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            field.onChange(name, event.target.value);
            onEdit?.(event.target.value);
          }}
        />
        {below}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
TextField.displayName = 'TextField';
