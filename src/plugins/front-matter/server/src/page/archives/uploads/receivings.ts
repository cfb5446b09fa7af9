import type { Core } from '@strapi/strapi';

/** How many uploads an app receives, by app. */
const counts = new WeakMap<Core.Strapi, number>();

/**
 * Receives an upload, unless others are received that fill the room there is.
 *
 * @param most how many may be received at once
 * @returns null where it is not received
 */
export const receiveAmong = async <Result>(
  strapi: Core.Strapi,
  most: number,
  receive: () => Promise<Result>
): Promise<Result | null> => {
  const before = counts.get(strapi) ?? 0;
  if (before >= most) return null;
  counts.set(strapi, before + 1);
  try {
    return await receive();
  } finally {
    counts.set(strapi, (counts.get(strapi) ?? 1) - 1);
  }
};
