import type { Core } from '@strapi/strapi';

import { seenHash } from '../../core/plan/decide-conflicts';
import { STATUS } from '../../core/plan/hash-post';
import type { Revising } from '../../import/plan/planned-file';
import { changes } from '../../ledger/changes';
import type { Readable } from '../../origin/readable';
import { archivedValues } from '../../origin/values/archived-values';
import { nameTerms } from '../../origin/values/name-terms';
import type { ConflictField, ConflictValue } from '../../panel/conflict-contract';
import { inLocale, termsOfPost } from '../../site/in-locale';
import type { Target } from '../../site/target';
import { showArchived, showNames, showStatus, showValue, showVisibility } from './show-value';

/** Who may settle conflicts sees both sides of them: a settled one is read on the site. */
const ALL: Readable = { attribute: () => true, related: () => true };

const stateOf = ({ revision, sides }: Revising, name: string): ConflictField['state'] | null => {
  if (revision.conflicts.includes(name)) return 'conflict';
  const isWritten = name === STATUS ? revision.status !== null : revision.write.includes(name);
  if (isWritten) return 'archive';
  const own = sides[name];
  return own === undefined || own.site === own.wanted ? null : 'site';
};

/**
 * The attributes of a document that are not what its file says, each with both sides and what was imported last; those
 * in conflict first.
 *
 * @param dialect the name of the dialect that the file was read by
 */
export const showFields = async (
  strapi: Core.Strapi,
  asked: Target,
  planned: Revising,
  dialect: string
): Promise<readonly ConflictField[]> => {
  const { document, record, file, sides } = planned;
  const target = inLocale(asked, file.post.locale);
  const { documentId } = document;
  const chain = (await changes(strapi).ofDocuments(target, [documentId])).get(documentId) ?? [];
  const archived = archivedValues(strapi, ALL, { target, document, record, chain, dialect });

  const valuesOf = async (
    name: string
  ): Promise<Record<'archive' | 'site' | 'imported', ConflictValue>> => {
    if (name === STATUS) {
      return {
        archive: showVisibility(file.post),
        site: showStatus(sides[STATUS]?.site),
        imported: showStatus(record.imported?.[STATUS]?.as),
      };
    }
    const imported = showArchived(target, name, await archived(name));
    const terms = target.terms.find(({ attribute }) => attribute === name);
    if (terms === undefined) {
      return {
        archive: showValue(target, name, file.post.values[name] ?? null),
        site: showValue(target, name, document.main.values[name] ?? null),
        imported,
      };
    }
    const own = termsOfPost(terms, file.post);
    const now = await nameTerms(strapi, own, document.main.terms[name] ?? [], ALL);
    return {
      archive: showNames(file.post.terms[name] ?? []),
      site: showNames(now.map((term) => term.name)),
      imported,
    };
  };

  const fields: ConflictField[] = [];
  for (const name of Object.keys(sides)) {
    const state = stateOf(planned, name);
    if (state === null) continue;
    const seen = seenHash(sides, document, name);
    fields.push({ attribute: name, state, ...(await valuesOf(name)), seen });
  }
  return fields.toSorted(
    (one, other) => Number(other.state === 'conflict') - Number(one.state === 'conflict')
  );
};
