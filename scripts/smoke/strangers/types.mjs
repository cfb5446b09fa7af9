import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../prepare/run.mjs';

/** @typedef {{ attributes: Record<string, Record<string, unknown>>, [key: string]: unknown }} Schema */

/** What the READMEs have a custom field become when its plugin is taken away. */
const PLAIN = /** @type {Record<string, string>} */ ({
  'plugin::newsroom.body': 'richtext',
  'plugin::permalinks.slug': 'string',
  'plugin::source-links.code': 'string',
});

/**
 * A schema without the custom fields of plugins that are not there.
 * @param {Schema} schema
 * @param {readonly string[]} plugins those that are
 * @returns {Schema}
 */
export const withoutFieldsOf = (schema, plugins) => ({
  ...schema,
  attributes: Object.fromEntries(
    Object.entries(schema.attributes).map(([name, attribute]) => {
      const field = String(attribute['customField'] ?? '');
      const isThere = plugins.some((plugin) => field.startsWith(`plugin::${plugin}.`));
      return [name, field === '' || isThere ? attribute : { type: PLAIN[field] }];
    })
  ),
});

/**
 * A schema with further attributes.
 * @param {Schema} schema
 * @param {Record<string, Record<string, unknown>>} attributes
 * @returns {Schema}
 */
export const withAttributes = (schema, attributes) => ({
  ...schema,
  attributes: { ...schema.attributes, ...attributes },
});

/**
 * A schema whose documents have languages, in every attribute that is no relation.
 * @param {Schema} schema
 * @returns {Schema}
 */
export const localised = (schema) => ({
  ...schema,
  pluginOptions: { i18n: { localized: true } },
  attributes: Object.fromEntries(
    Object.entries(schema.attributes).map(([name, attribute]) => [
      name,
      attribute['type'] === 'relation'
        ? attribute
        : { ...attribute, pluginOptions: { i18n: { localized: true } } },
    ])
  ),
});

/** @param {string} name @returns {Schema} a type of the bundle's own */
export const ownSchema = (name) =>
  JSON.parse(
    readFileSync(path.join(root, 'src', 'api', name, 'content-types', name, 'schema.json'), 'utf8')
  );

/** @param {string} name @param {Record<string, Record<string, unknown>>} attributes @returns {Schema} */
export const typeOf = (name, attributes) => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  options: { draftAndPublish: true },
  attributes,
});
