import type { Core, UID } from '@strapi/strapi';
import { columnOf, type KeptLinks, type KeptTable } from 'strapi-plugin-kit/database';
import type { DeliveryConfig, TypeSettings } from '../config/schema';
import { PREFIX } from '../triggers/names';
import { shownColumns } from '../triggers/shown-columns';
import { listingOf, nameOfAll, nameOfDays, nameOfLinks } from './names';

/** A type whose documents are counted and listed. */
export interface KeptType extends KeptTable {
  readonly uid: string;
  /** By the name of the relation. */
  readonly relations: ReadonlyMap<string, KeptLinks>;
}

/** What nothing is kept of, and why. */
export interface Unkept {
  readonly what: string;
  readonly reason: string;
}

/** Attributes whose values are short enough for every row of an index, and in the order of their column. */
const SORTABLE = new Set([
  ...['biginteger', 'boolean', 'date', 'datetime', 'decimal', 'email', 'enumeration', 'float'],
  ...['integer', 'string', 'time', 'timestamp', 'uid'],
]);

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly column?: { readonly type?: string };
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
  };
}

type Metadata = ReturnType<Core.Strapi['db']['metadata']['get']>;

const attributeOf = (meta: Metadata, name: string): Attribute | undefined =>
  meta.attributes[name] as Attribute | undefined;

const orderProblem = (attribute: Attribute | undefined): string | null => {
  if (attribute === undefined) return 'there is no such attribute';
  if (!SORTABLE.has(attribute.type)) return `it is of type "${attribute.type}"`;
  return attribute.column?.type === 'text' ? 'its column is for long texts' : null;
};

const linksOf = ({ db }: Core.Strapi, meta: Metadata, relation: string): KeptLinks | string => {
  const { type, target, joinTable } = attributeOf(meta, relation) ?? {};
  if (type !== 'relation') return 'there is no such relation';
  if (target === undefined || joinTable?.inverseJoinColumn === undefined) {
    return 'the relation has no table of links';
  }
  const name = nameOfLinks(meta.tableName, relation);
  return {
    name,
    listing: listingOf(name),
    table: joinTable.name,
    row: joinTable.joinColumn.name,
    target: joinTable.inverseJoinColumn.name,
    targets: db.metadata.get(target).tableName,
  };
};

const keptType = (
  strapi: Core.Strapi,
  uid: string,
  { order, listedBy }: TypeSettings,
  refuse: (what: string, reason: string) => void
): KeptType | null => {
  const type = strapi.contentTypes[uid as UID.ContentType];
  if (type === undefined) {
    refuse(uid, 'there is no such type');
    return null;
  }
  const meta = strapi.db.metadata.get(uid);
  const problem = orderProblem(attributeOf(meta, order));
  if (problem !== null) refuse(`${uid}, order "${order}"`, problem);
  const relations = new Map<string, KeptLinks>();
  for (const relation of problem === null ? listedBy : []) {
    const links = linksOf(strapi, meta, relation);
    if (typeof links === 'string') refuse(`${uid}, listedBy "${relation}"`, links);
    else relations.set(relation, links);
  }
  const hasDrafts = type.options?.draftAndPublish === true;
  // Where there are no drafts, all are published when they are made: nobody looks for them by that.
  const hasDays =
    attributeOf(meta, order)?.type === 'datetime' && (hasDrafts || order !== 'publishedAt');
  return {
    uid,
    prefix: PREFIX,
    name: nameOfAll(meta.tableName),
    table: meta.tableName,
    ...shownColumns(strapi, uid),
    order: problem === null ? columnOf(strapi.db, uid, order) : 'id',
    days: hasDays ? nameOfDays(meta.tableName) : null,
    links: [...relations.values()],
    relations,
  };
};

/** The types of the configuration, as far as the database can keep counts and listings of them. */
export const keptTypes = (
  strapi: Core.Strapi,
  { contentTypes }: Pick<DeliveryConfig, 'contentTypes'>
): { readonly types: readonly KeptType[]; readonly unkept: readonly Unkept[] } => {
  const unkept: Unkept[] = [];
  const types: KeptType[] = [];
  const names = new Set<string>();
  const refuse = (what: string, reason: string): void => {
    unkept.push({ what, reason });
  };
  for (const [uid, settings] of Object.entries(contentTypes)) {
    const type = keptType(strapi, uid, settings, refuse);
    if (type === null) continue;
    const own = [type.name, ...type.links.map(({ name }) => name)];
    // Of `a_by_b` and of `a`, listed by `b`.
    if (own.some((name) => names.has(name))) {
      refuse(uid, 'another type is kept under the same name');
      continue;
    }
    for (const name of own) names.add(name);
    types.push(type);
  }
  return { types, unkept };
};
