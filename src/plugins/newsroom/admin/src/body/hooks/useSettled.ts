import * as React from 'react';

/**
 * A value that is worked out again a while after the last change, so that typing does not wait for it.
 *
 * @param moment another number with each change
 * @param pause milliseconds
 */
export const useSettled = <Value>(work: () => Value, moment: unknown, pause: number): Value => {
  const [value, setValue] = React.useState(work);
  const latest = React.useRef(work);
  latest.current = work;
  React.useEffect(() => {
    const timer = window.setTimeout(() => setValue(latest.current()), pause);
    return () => window.clearTimeout(timer);
  }, [moment, pause]);
  return value;
};
