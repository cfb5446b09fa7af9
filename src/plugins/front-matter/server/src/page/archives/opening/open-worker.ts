import { parentPort, workerData } from 'node:worker_threads';

import { ArchiveError } from '../../../archive/archive';
import { openArchive } from '../../../archive/open-archive';
import { DIALECTS } from '../../../core/dialects/list';
import type { OpeningAsked, Opening } from './open-apart';

const open = async ({ root, options }: OpeningAsked): Promise<Opening> => {
  try {
    const { dialect: name, timezone, found } = await openArchive(root, options);
    const dialect = DIALECTS.find((each) => each.name === name)?.title ?? name;
    return { opened: { dialect, timezone, found }, problem: null };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { opened: null, problem: error.message };
  }
};

void open(workerData as OpeningAsked).then((opening) => parentPort?.postMessage(opening));
