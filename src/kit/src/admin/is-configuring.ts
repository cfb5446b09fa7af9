/**
 * Whether the panel shows the page on which administrators lay out a form: what is changed of it there is written
 * down, so that nothing else may have been changed of it before.
 */
export const isConfiguring = (): boolean =>
  window.location.pathname.endsWith('/configurations/edit');
