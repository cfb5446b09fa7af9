import type { Core, UID } from '@strapi/strapi';
import type { Sources } from '../sources/sources';
import { linkOfRow } from '../sources/link-of-row';

type Entity = Record<string, unknown>;

/** As much of a content type or component as is needed to walk a document. */
interface Model {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, object>>;
}

/**
 * Adds the link to follow to every document of a served type in a response, wherever it stands in
 * it. A response that was asked for without the URL gets no link, as it gets no URL.
 */
export function addSourceLinks(strapi: Core.Strapi, sources: Sources) {
  const modelOf = (uid: unknown): Model | undefined =>
    typeof uid === 'string' ? strapi.getModel(uid as UID.Schema) : undefined;

  const addTo = (value: unknown, schema: Model | undefined): unknown => {
    if (schema === undefined) return value;
    if (Array.isArray(value)) return value.map((item) => addTo(item, schema));
    if (!isEntity(value)) return value;
    const entity: Entity = { ...value };
    for (const [name, attribute] of Object.entries(schema.attributes)) {
      const nested = entity[name];
      if (typeof nested !== 'object' || nested === null) continue;
      if ('target' in attribute) entity[name] = addTo(nested, modelOf(attribute.target));
      else if ('component' in attribute) entity[name] = addTo(nested, modelOf(attribute.component));
      else if ('components' in attribute && Array.isArray(nested)) {
        entity[name] = nested.map((part) =>
          addTo(part, modelOf(Reflect.get(Object(part), '__component')))
        );
      }
    }
    const attributes = sources.attributesOf(schema.uid);
    if (attributes !== null && entity[attributes.url] !== undefined) {
      entity[attributes.link] = linkOfRow(entity, attributes, sources.rules);
    }
    return entity;
  };

  return (schema: Model) => (data: unknown) => addTo(data, schema);
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
