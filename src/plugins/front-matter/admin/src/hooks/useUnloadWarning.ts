import * as React from 'react';

/** Has the browser ask before it closes the page. */
export const useUnloadWarning = (isOn: boolean): void => {
  React.useEffect(() => {
    if (!isOn) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOn]);
};
