import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../prepare/run.mjs';

/**
 * The code of a page, in the order in which it stands there.
 * @param {string} file from the root of the project
 * @param {string} language as its fences name it
 * @param {string} [section] its heading, where not the whole page is meant
 * @returns {readonly string[]}
 */
const codeOf = (file, language, section) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  const from = section === undefined ? 0 : text.indexOf(`\n## ${section}\n`);
  assert.ok(from >= 0, `${file} has no section "${section}"`);
  const fences = new RegExp(`^ *\`\`\`${language}\\n(.*?)^ *\`\`\`$`, 'gmsu');
  return [...text.slice(from).matchAll(fences)].map(([, code = '']) => code);
};

/** @param {string} plugin @returns {string} */
const readmeOf = (plugin) => `src/plugins/${plugin}/README.md`;

/**
 * What a plugin's README says of the configuration: a key of `config/plugins` with its value.
 * @param {string} plugin
 * @returns {string}
 */
export const configuredBy = (plugin) => {
  const [code] = codeOf(readmeOf(plugin), 'ts', 'Configuration');
  assert.ok(code, `the README of ${plugin} shows no configuration`);
  return code;
};

/**
 * The attributes that a plugin's README has a type given.
 * @param {string} plugin
 * @returns {Record<string, Record<string, unknown>>}
 */
export const attributesBy = (plugin) =>
  Object.assign(
    {},
    ...codeOf(readmeOf(plugin), 'json', 'Install')
      .slice(0, 1)
      .map((code) => JSON.parse(`{${code}}`))
  );

/** What the page about types of one's own says: the schemas of articles and topics, and `config/plugins.ts`. */
export const ownTypes = () => {
  const [article, topic] = codeOf('docs/own-types.md', 'json');
  const [plugins] = codeOf('docs/own-types.md', 'ts');
  assert.ok(article && topic && plugins, 'docs/own-types.md shows no schemas, or no configuration');
  return { article: JSON.parse(article), topic: JSON.parse(topic), plugins };
};
