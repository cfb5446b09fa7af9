import { setImmediate as nextTurn } from 'node:timers/promises';
import { chunks } from 'strapi-plugin-kit/database';

import { sketchOf } from '../../core/plan/similarity';
import type { FileText } from '../../core/plan/decide-renames';
import { loadDocuments } from '../../site/documents/load-documents';
import type { Target } from '../../site/target';
import type { ImportJob } from '../job/import-job';
import { attributesOf } from './load-gone';

/** Documents that are loaded at once: each may have some megabytes. */
const DOCUMENTS = 20;

/** The title and a sketch of the body of a post, as it is compared. */
export const textOf = (
  values: Readonly<Record<string, unknown>>,
  { title, body }: ReturnType<typeof attributesOf>
): FileText => ({
  title: String(values[title] ?? ''),
  sketch: sketchOf(String(values[body] ?? '')),
});

/** Loads the titles of documents and sketches of their bodies, each once; null for one that is gone. */
export const documentTexts = (job: ImportJob, target: Target) => {
  const { strapi } = job.planner;
  const attributes = attributesOf(job);
  const texts = new Map<string, FileText | null>();
  return {
    of: (documentId: string): FileText | null => texts.get(documentId) ?? null,
    async load(documentIds: readonly string[]): Promise<void> {
      const missing = [...new Set(documentIds)].filter((id) => !texts.has(id));
      for (const ids of chunks(missing, DOCUMENTS)) {
        const documents = await loadDocuments(strapi, target, ids);
        for (const id of ids) {
          const values = documents.get(id)?.main.values;
          texts.set(id, values === undefined ? null : textOf(values, attributes));
          await nextTurn();
        }
      }
    },
  };
};
