import type { Core } from '@strapi/strapi';

import { DEFAULT_SETTINGS } from '../../archive/settings/settings';
import { parseSettings, PLACE } from '../../config/parse-settings';
import { DIALECTS } from '../../core/dialects/list';
import { partOfKey } from '../../core/fit/map-post';
import type { KeyCount } from '../../core/keys/key-counts';
import type { ArchiveKeys, KeyMeaning } from '../../panel/mapping-contract';
import type { Target } from '../../site/target';
import type { ArchiveRow } from '../archives/archives';
import { storageOf } from '../storage';
import { isActive } from '../tasks/describe-task';
import { type KeptKeys, readKeptKeys } from '../tasks/kept-keys';
import { tasksOf } from '../tasks/tasks';
import { keyAttributes } from './key-attributes';
import { keyRelations } from './key-relations';
import { mappingInForce } from './mapping-in-force';
import { resolveMapping } from './resolve-mapping';

type Counted =
  | { readonly state: 'counted'; readonly kept: KeptKeys }
  | { readonly state: Exclude<ArchiveKeys['state'], 'counted'>; readonly kept: null };

/** What the newest preview has counted. A mapping changes nothing of that; files and options do. */
const findCounted = async (strapi: Core.Strapi, row: ArchiveRow): Promise<Counted> => {
  const preview = await tasksOf(strapi).newest(row.key, 'preview');
  if (preview === null) return { state: 'none', kept: null };
  if (isActive(preview)) return { state: 'counting', kept: null };
  if (preview.startedAt < row.changedAt) return { state: 'older', kept: null };
  const kept = await readKeptKeys(storageOf(strapi).task(preview.key));
  return kept === null ? { state: 'none', kept } : { state: 'counted', kept };
};

/** Tells what keys mean without a mapping of the archive. */
const meaningIn = (
  target: Target,
  configured: Readonly<Record<string, string>>,
  ownKeys: ReadonlySet<string>
): ((key: string) => KeyMeaning) => {
  const attributeOf = new Map<string, string>([
    ...[...target.fields].map(([field, { name }]) => [field, name] as const),
    ...target.terms.map(({ kind, attribute }) => [kind, attribute] as const),
  ]);
  return (key) => {
    if (Object.hasOwn(configured, key)) {
      return { by: 'configuration', attribute: configured[key] ?? null };
    }
    const attribute = attributeOf.get(partOfKey(key) ?? '') ?? null;
    if (attribute !== null) return { by: 'attribute', attribute };
    return { by: ownKeys.has(key) ? 'generator' : 'kept', attribute: null };
  };
};

const NONE: ReadonlySet<string> = new Set();

const unseen = (key: string): KeyCount => ({
  ...{ key, count: 0, kinds: {}, longest: 0 },
  ...{ values: [], examples: [] },
});

/** What the front matter of an archive holds, and what becomes of it. */
export const describeKeys = async (strapi: Core.Strapi, row: ArchiveRow): Promise<ArchiveKeys> => {
  const { state, kept } = await findCounted(strapi, row);
  const mapping = await mappingInForce(strapi, row);
  const target = await resolveMapping(strapi, { settings: DEFAULT_SETTINGS, place: PLACE });
  const dialect = DIALECTS.find(({ name }) => name === kept?.dialect);
  const { keys: configured } = parseSettings(strapi.config.get('plugin::front-matter'));
  const meaningOf = meaningIn(target, configured, dialect?.ownKeys ?? NONE);
  const counted = kept?.keys ?? [];
  const known = new Set(counted.map(({ key }) => key));
  const mapped = mapping.keys.filter(({ key }) => !known.has(key)).map(({ key }) => unseen(key));
  return {
    state,
    files: kept?.files ?? 0,
    others: kept?.others ?? 0,
    keys: [...counted, ...mapped].map((each) => ({ ...each, meaning: meaningOf(each.key) })),
    attributes: [...keyAttributes(strapi, target), ...(await keyRelations(strapi, target.uid))],
    rest: target.fields.get('frontMatter')?.name ?? null,
    mapping,
  };
};
