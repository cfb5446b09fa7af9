import type { Core } from '@strapi/strapi';
import { compare } from './compare';
import type { Step } from './steps';
import { World } from './world';

/**
 * Does the steps one after the other, and holds the site against the model after each.
 *
 * @throws Error that says what was found instead, and after which step
 */
export const checkSequence = async (strapi: Core.Strapi, steps: readonly Step[]): Promise<void> => {
  const world = await World.make(strapi);
  try {
    for (const [index, step] of [
      ...steps,
      { kind: 'import', overwrites: false } as const,
    ].entries()) {
      try {
        await world.act(step);
        await compare(world);
      } catch (error) {
        throw new Error(`after step ${index + 1}, ${JSON.stringify(step)}`, { cause: error });
      }
    }
  } finally {
    await world.drop();
  }
};
