import type { Core } from '@strapi/strapi';

import type { Archive } from '../../archive/archive';
import type { ArchiveEntry } from '../../core/entry';
import type { JsonValue } from '../../core/post';
import { corrections } from '../../ledger/corrections';
import type { PreviewedPost } from '../../panel/task-contract';
import { readAsCorrected } from '../../reading/fit-file';
import { identifyFile } from '../../reading/found-file';
import { describePost } from '../describe-post';

/** How many posts a preview shows. */
const SHOWN = 10;

/** Files that are looked at for them: an archive may begin with many that are none. */
const MOST = 200;

/** What a database does not keep in a text: NUL, and halves of characters. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const storable = (value: JsonValue): JsonValue => {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(storable);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(UNSTORABLE, '\ufffd'),
      storable(inner),
    ])
  );
};

/**
 * The first posts of an archive, as they will be: what people have corrected, too.
 *
 * @param name that the ledger knows the archive by
 */
export const previewPosts = async (
  strapi: Core.Strapi,
  archive: Archive,
  name: string
): Promise<readonly PreviewedPost[]> => {
  const made = corrections(strapi);
  const textOf = async (entry: ArchiveEntry): Promise<string | undefined> => {
    const { checksum } = identifyFile(name, entry);
    return (await made.texts(name, [checksum])).get(checksum);
  };
  const posts: PreviewedPost[] = [];
  let looked = 0;
  for await (const entry of archive.entries()) {
    looked += 1;
    const reading = readAsCorrected(archive, entry, await textOf(entry));
    if ('post' in reading) posts.push(describePost(reading.path, reading.post, archive.timezone));
    if (posts.length === SHOWN || looked === MOST) break;
  }
  return storable(posts as unknown as JsonValue) as unknown as readonly PreviewedPost[];
};
