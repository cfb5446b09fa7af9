import * as React from 'react';

const KEY = 'strapi-plugin-newsroom.preview';

/** Whether bodies are shown beside their source, as it was chosen the last time in this browser. */
export const usePreviewSwitch = (): readonly [isOn: boolean, toggle: () => void] => {
  const [isOn, setOn] = React.useState(() => {
    try {
      return window.localStorage.getItem(KEY) === 'on';
    } catch {
      return false;
    }
  });
  const toggle = (): void => {
    setOn(!isOn);
    try {
      window.localStorage.setItem(KEY, isOn ? 'off' : 'on');
    } catch {
      // A browser that keeps nothing has it as it is until the page is closed.
    }
  };
  return [isOn, toggle];
};
