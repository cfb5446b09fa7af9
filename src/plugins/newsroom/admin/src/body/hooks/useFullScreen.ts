import * as React from 'react';

const FOCUSABLE =
  'a[href], button:not([tabindex="-1"]), input, select, textarea, iframe, [contenteditable="true"], [tabindex="0"]';

/** A part of the page that can take all of it. */
export interface FullScreen {
  readonly isFullScreen: boolean;
  readonly frame: React.RefObject<HTMLDivElement>;
  toggle(): void;
  onKeyDown(event: React.KeyboardEvent): void;
}

/** Has a part of the page take all of it, until Escape; Tab stays within it meanwhile. */
export const useFullScreen = (): FullScreen => {
  const frame = React.useRef<HTMLDivElement>(null);
  const [isFullScreen, setFullScreen] = React.useState(false);
  const toggle = React.useCallback(() => setFullScreen((last) => !last), []);

  return {
    isFullScreen,
    frame,
    toggle,
    onKeyDown(event) {
      // Dialogs stand outside of it, and their events arrive here all the same.
      const isWithin = frame.current?.contains(event.target as Node) ?? false;
      if (!isFullScreen || !isWithin || event.defaultPrevented) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        setFullScreen(false);
      }
      if (event.key !== 'Tab') return;
      const all = [...(frame.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
        (one) => one.tabIndex >= 0 && one.offsetParent !== null
      );
      const edge = event.shiftKey ? all[0] : all.at(-1);
      if (edge === undefined || !edge.contains(event.target as Node)) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    },
  };
};
