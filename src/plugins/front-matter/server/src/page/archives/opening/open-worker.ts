import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import { ArchiveError } from '../../../archive/archive';
import { openArchive } from '../../../archive/open-archive';
import { DIALECTS } from '../../../core/dialects/list';
import { messageOf } from '../../../run/message-of';
import type { Looked, OpeningAsked } from './open-apart';

/** Codes of errors that say that there are no posts, or those of a generator that is not known. */
const NO_POSTS = new Set<ArchiveError['code']>(['ARCHIVE_NO_POSTS', 'ARCHIVE_DIALECT_UNKNOWN']);

/** The page calls an archive's folder by its name: where the server keeps it is nobody's business. */
const byName = (message: string, root: string): string =>
  message.replaceAll(root, path.basename(root));

/** What keeps an archive from being opened is told, whatever it is: its page has to be there to change that. */
const open = async ({ root, options }: OpeningAsked): Promise<Looked> => {
  try {
    const { dialect: name, timezone, found, issues } = await openArchive(root, options);
    const dialect = DIALECTS.find((each) => each.name === name)?.title ?? name;
    const told = issues.map(({ code, message }) => ({ code, message: byName(message, root) }));
    return {
      opened: { dialect, timezone, found, issues: told },
      problem: null,
      hasNoPosts: false,
    };
  } catch (error) {
    const hasNoPosts = error instanceof ArchiveError && NO_POSTS.has(error.code);
    return { opened: null, problem: byName(messageOf(error), root), hasNoPosts };
  }
};

void open(workerData as OpeningAsked).then((opening) => parentPort?.postMessage(opening));
