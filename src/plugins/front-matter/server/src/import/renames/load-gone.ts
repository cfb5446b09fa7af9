import { chunks } from 'strapi-plugin-kit/database';

import { hashValue } from '../../core/plan/hash-value';
import type { ComparedFile } from '../../core/plan/find-rename-candidates';
import type { RecordedPath } from '../../ledger/records/record';
import type { ImportJob } from '../job/import-job';

/** A file that is gone, with what is compared of it. */
export interface GoneFile extends ComparedFile {
  readonly checksum: string;
  readonly documentId: string;
  readonly targetLocale: string | null;
}

/** Records that are asked for at once. */
const RECORDS = 100;

/** A hash that tells anything. */
export const telling = (hash: string | undefined): string | null =>
  hash === undefined || hash === hashValue(null) ? null : hash;

/** The attributes that a target keeps title and body in. */
export const attributesOf = ({ planner }: ImportJob) => ({
  title: planner.target.fields.get('title')?.name ?? '',
  body: planner.target.fields.get('body')?.name ?? '',
});

/** Loads what is compared of files that are gone. */
export const loadGone = async (
  job: ImportJob,
  records: readonly RecordedPath[]
): Promise<readonly GoneFile[]> => {
  const attributes = attributesOf(job);
  const gone: GoneFile[] = [];
  for (const slice of chunks(records, RECORDS)) {
    const contents = await job.planner.records.contents(slice.map(({ key }) => key));
    const byKey = new Map(contents.map((content) => [content.key, content]));
    for (const { key, path, targetDocumentId, targetLocale } of slice) {
      const content = byKey.get(key);
      if (content === undefined || targetDocumentId === null) continue;
      const { checksum, imported } = content;
      const title = telling(imported?.[attributes.title]?.from);
      const body = telling(imported?.[attributes.body]?.from);
      const document = { documentId: targetDocumentId, targetLocale };
      gone.push({ key, path, title, body, checksum, ...document });
    }
  }
  return gone;
};
