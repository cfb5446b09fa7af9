import type { Core, Struct, UID } from '@strapi/strapi';
import type { SourceAttributes } from '../config';
import { linkOfRow } from '../sources/link-of-row';
import type { Sources } from '../sources/sources';
import type { Document } from '../sources/twins';
import { twinsLoader } from './twins-loader';

/** As much of nexus as is used here; it comes with Strapi's GraphQL plugin. */
interface Nexus {
  extendType(config: { type: string; definition(t: Fields): void }): unknown;
  nonNull(type: unknown): unknown;
  list(type: unknown): unknown;
}

interface Fields {
  field(
    name: string,
    config: {
      type: unknown;
      description: string;
      resolve(parent: Document, args: unknown, context: object): unknown;
    }
  ): void;
}

/** Gives every served type its link to follow and its twins in GraphQL, where that plugin is there. */
export function extendTypes(strapi: Core.Strapi, sources: Sources): void {
  const graphql = strapi.plugins['graphql'];
  if (graphql === undefined || !graphql.config<boolean>('shadowCRUD', true)) return;
  const extension = graphql.service('extension');
  extension.shadowCRUD('plugin::source-links.link-check').disable();

  for (const [uid, attributes] of Object.entries(sources.config.contentTypes)) {
    const contentType = strapi.contentTypes[uid as UID.ContentType];
    if (contentType === undefined || extension.shadowCRUD(uid).isDisabled()) continue;
    // A type's own attribute of that name stays what it is; REST gives the twins then.
    const key = contentType.attributes['twins'] === undefined && attributes.key;
    const type: string = graphql.service('utils').naming.getTypeName(contentType);
    extension.use(({ nexus }: { nexus: Nexus }) => ({
      types: [
        nexus.extendType({
          type,
          definition(t) {
            if (!isPrivate(contentType, attributes.url)) addLink(t, attributes, sources);
            if (key !== false) addTwins(t, nexus, type, twinsLoader(strapi, uid, key));
          },
        }),
      ],
      resolversConfig:
        key === false ? {} : { [`${type}.twins`]: { auth: { scope: [`${uid}.find`] } } },
    }));
  }
}

function addLink(t: Fields, attributes: SourceAttributes, { rules }: Sources): void {
  t.field(attributes.link, {
    type: 'String',
    description: 'Where to read the story at its source, at the host its provider goes by now',
    resolve: (row) => linkOfRow(row, attributes, rules),
  });
}

function addTwins(
  t: Fields,
  nexus: Nexus,
  type: string,
  load: (row: Document, context: object) => Promise<readonly Document[]>
): void {
  t.field('twins', {
    type: nexus.nonNull(nexus.list(nexus.nonNull(type))),
    description: 'The published copies of the same story',
    resolve: (row, _args, context) => load(row, context),
  });
}

function isPrivate(contentType: Struct.ContentTypeSchema, attribute: string): boolean {
  const found = contentType.attributes[attribute];
  return found !== undefined && 'private' in found && found.private === true;
}
