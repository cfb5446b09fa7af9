import * as React from 'react';
import { IconButton } from '@strapi/design-system';

interface ToolButtonProps {
  readonly label: string;
  /** Set where it switches something on and off. */
  readonly isPressed?: boolean;
  readonly disabled?: boolean;
  readonly children: React.ReactNode;
  readonly onClick: () => void;
}

/** A button of the editor's tools; a click on it leaves the cursor in the text. */
export const ToolButton = ({
  label,
  isPressed,
  disabled = false,
  children,
  onClick,
}: ToolButtonProps) => (
  <IconButton
    label={label}
    variant={isPressed === true ? 'secondary' : 'ghost'}
    aria-disabled={disabled}
    {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
    onClick={() => {
      if (!disabled) onClick();
    }}
  >
    {children}
  </IconButton>
);
