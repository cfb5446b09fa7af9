import * as React from 'react';

/**
 * A form keeps the error of a field until it is saved again. This tells it as long as the field has
 * the value that the error was said of: another one may be right.
 */
export function useErrorOf<Value>(field: {
  readonly value: Value;
  readonly error?: string | undefined;
}): string | undefined {
  const { value, error } = field;
  const said = React.useRef({ value, error });
  if (said.current.error !== error) said.current = { value, error };
  return said.current.value === value ? error : undefined;
}
