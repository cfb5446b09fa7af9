import * as React from 'react';

/** For a dialog without a trigger of its own: gives the focus back to what had it when the dialog was opened. */
export const useReturnFocus = (): ((event: Event) => void) => {
  const before = React.useRef(document.activeElement);
  return (event) => {
    event.preventDefault();
    const element = before.current;
    const isThere = element instanceof HTMLElement && element.isConnected;
    (isThere ? element : document.getElementById('main-content'))?.focus();
  };
};
