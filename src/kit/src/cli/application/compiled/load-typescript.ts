import { createRequire } from 'node:module';
import path from 'node:path';
import type ts from 'typescript';

export type TypeScript = typeof ts;

/** From an application to the compiler that `strapi build` has: each finds the next as Node does. */
const WAY = ['@strapi/strapi', '@strapi/typescript-utils', 'typescript'];

/**
 * Loads the compiler of an application, which takes a third of a second; null where there is none.
 *
 * @param appDir the application's root
 */
export const loadTypeScript = (appDir: string): TypeScript | null => {
  try {
    const from = path.join(appDir, 'package.json');
    const file = WAY.reduce((at, module) => createRequire(at).resolve(module), from);
    return createRequire(file)(file) as TypeScript;
  } catch {
    return null;
  }
};
