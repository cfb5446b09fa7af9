import type { Context } from './permissions';

/**
 * Whether somebody asks who has logged in to the panel. Tokens of the panel's API come with their owner's name, and may
 * do less than the owner.
 */
export const isSession = ({ state }: Context): boolean =>
  (state['auth'] as { strategy?: { name?: unknown } } | undefined)?.strategy?.name === 'admin';
