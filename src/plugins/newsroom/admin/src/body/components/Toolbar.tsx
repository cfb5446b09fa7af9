import * as React from 'react';
import { Flex } from '@strapi/design-system';

interface ToolbarProps {
  readonly label: string;
  /** The id of what its buttons work on. */
  readonly controls: string;
  readonly children: React.ReactNode;
}

const BUTTON = 'button, select';

/** Which button comes next with a key; null for keys that are not the toolbar's. */
const nextOf = (key: string, at: number, last: number): number | null => {
  if (key === 'ArrowRight') return at === last ? 0 : at + 1;
  if (key === 'ArrowLeft') return at === 0 ? last : at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
};

/** Buttons of which one is reached by Tab, and the others from there by the arrow keys. */
export const Toolbar = ({ label, controls, children }: ToolbarProps) => {
  const bar = React.useRef<HTMLDivElement>(null);
  const [current, setCurrent] = React.useState(0);
  const buttons = (): HTMLElement[] => [
    ...(bar.current?.querySelectorAll<HTMLElement>(BUTTON) ?? []),
  ];
  React.useEffect(() => {
    for (const [at, button] of buttons().entries()) button.tabIndex = at === current ? 0 : -1;
  });

  return (
    <Flex
      ref={bar}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      wrap="wrap"
      gap={1}
      padding={2}
      background="neutral100"
      onFocus={(event: React.FocusEvent<HTMLElement>) => {
        const at = buttons().findIndex((button) => button.contains(event.target));
        if (at >= 0) setCurrent(at);
      }}
      onKeyDown={(event: React.KeyboardEvent<HTMLElement>) => {
        const all = buttons();
        const at = all.findIndex((button) => button.contains(event.target as Node));
        const next = at < 0 ? null : nextOf(event.key, at, all.length - 1);
        if (next === null) return;
        event.preventDefault();
        all[next]?.focus();
      }}
    >
      {children}
    </Flex>
  );
};
