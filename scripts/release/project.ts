import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../site/boot';
import type { Manifest } from './versions';

const git = (...words: readonly string[]): readonly string[] =>
  execFileSync('git', words, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

export const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const readManifest = (folder: string): Manifest =>
  JSON.parse(readText(path.join(folder, 'package.json'))) as Manifest;

/** The application's manifest, and those of its packages, the kit first: the others need it. */
export const readManifests = (): readonly [Manifest, ...Manifest[]] => [
  readManifest('.'),
  readManifest('src/kit'),
  ...readdirSync(path.join(root, 'src/plugins')).map((name) => readManifest(`src/plugins/${name}`)),
];

/** What is not committed. */
export const readChanged = (): readonly string[] => git('status', '--porcelain');

export const readTags = (): readonly string[] => git('tag', '--list');
