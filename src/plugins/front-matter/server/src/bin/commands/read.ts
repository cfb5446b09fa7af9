import { createHash } from 'node:crypto';
import { readTrailer, type SourceRules } from 'strapi-plugin-source-links/core';
import type { Archive, OpenOptions } from '../../archive/archive';
import { openArchive } from '../../archive/open-archive';
import type { Reading } from '../../core/post';
import { EXIT, print, printableJson, say } from 'strapi-plugin-kit/cli';
import { sourceRulesOf } from '../../reading/source-rules';
import { configuredSources } from './configured-sources';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Prints what an archive's files are, one JSON object a line, in the byte order of their paths.
 * What concerns the archive as a whole goes to standard error. Ends early when nobody reads it.
 * In the folder of an application, sources are found by its providers.
 *
 * @returns the exit code: 3 where a file is quarantined, of those that were printed
 */
export const readArchive = async (location: string, options: OpenOptions): Promise<number> => {
  const archive = await openArchive(location, options);
  for (const issue of archive.issues) say(`${issue.code}: ${issue.message}`);
  const configured = await configuredSources(process.cwd());
  const rules = sourceRulesOf(configured, archive.settings.trailers);
  let isComplete = true;
  for await (const entry of archive.entries()) {
    const reading = archive.read(entry);
    if (reading.status === 'quarantined') isComplete = false;
    const line = printableJson(lineOf(reading, archive, rules));
    if (!(await print(`${line}\n`))) break;
  }
  return isComplete ? EXIT.ok : EXIT.incomplete;
};

const lineOf = (reading: Reading, archive: Archive, rules: SourceRules): object => {
  const path = archive.generatorPath(reading.path);
  const head = {
    path,
    ...(path === reading.path ? {} : { file: reading.path }),
    status: reading.status,
  };
  if (!('post' in reading)) return { ...head, ...NOTHING, issues: reading.issues };
  const { post } = reading;
  const { code, url, name } = readTrailer(post.content, rules);
  return {
    ...head,
    ...post.asGenerated,
    date: post.date,
    draft: post.draft,
    published: post.published,
    url: post.url,
    content_sha256: sha256(post.content),
    source: { code, url, name },
    front_matter: post.frontMatter,
    issues: reading.issues,
  };
};

/** Every line has every key. */
const NOTHING = {
  title: null,
  date: null,
  slug: null,
  categories: [],
  tags: [],
  draft: null,
  published: null,
  url: null,
  content_sha256: null,
  source: null,
  front_matter: null,
};
