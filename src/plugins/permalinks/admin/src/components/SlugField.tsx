import * as React from 'react';
import { Field, TextInput } from '@strapi/design-system';
import type { InputProps } from '@strapi/strapi/admin';

type SlugFieldProps = InputProps & {
  readonly text: string;
  /** What the form says against it since it was last saved. */
  readonly error: string | undefined;
  /** Whether the server says already that it cannot be saved so. */
  readonly isRefused: boolean;
  /** What the server says of it; null while that is not known. */
  readonly status: React.ReactNode;
  /** What can be done, at the end of the field. */
  readonly endAction: React.ReactNode;
  readonly onEdit: (text: string) => void;
};

/** A slug as a field of a form, which is told together with what is said of it. */
export const SlugField = React.forwardRef<HTMLInputElement, SlugFieldProps>((props, ref) => {
  const { name, label, hint, required = false, disabled = false, placeholder } = props;
  const { text, error, isRefused, status, endAction, onEdit } = props;
  const id = React.useId();
  const said = error !== undefined ? 'error' : hint ? 'hint' : null;
  const describedBy = [said, status === null ? null : 'status']
    .filter((part) => part !== null)
    .map((part) => `${id}-${part}`)
    .join(' ');

  return (
    <Field.Root id={id} name={name} error={error ?? false} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        ref={ref}
        value={text}
        placeholder={placeholder}
        disabled={disabled}
        endAction={endAction}
        hasError={isRefused}
        {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onEdit(event.target.value)}
      />
      {status !== null && <div id={`${id}-status`}>{status}</div>}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
});
SlugField.displayName = 'SlugField';
