import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

import { openArchive } from '../../archive/open-archive';
import type { ArchiveEntry } from '../../core/entry';
import { inBatches } from './batches';
import {
  examineFile,
  mappingOf,
  seeFile,
  type ExaminedFile,
  type Examiner,
  type SeenFile,
} from './examine';
import type { Answer, Parcel, Request, ThreadSetup } from './protocol';
import { sourceSettler } from './settle-source';
import { trailerReader } from './trailer-reader';

/** Files listed together, with their bytes, until it is known which of them are due. */
type Batch = readonly { readonly seen: SeenFile; readonly entry: ArchiveEntry }[];

const examine = (batch: Batch, keys: readonly string[], examiner: Examiner): ExaminedFile[] => {
  const due = new Set(keys);
  return batch
    .filter(({ seen }) => due.has(seen.key))
    .map(({ seen, entry }) => examineFile(seen, entry, examiner));
};

/** Reads an archive off the main thread, ahead of who writes it. */
const serve = async ({ reading: setup, store }: ThreadSetup): Promise<void> => {
  const archive = await openArchive(setup.location, setup.options, { listed: setup.files });
  const batches = inBatches(archive.entries(setup.only ?? undefined), setup.batchLimit);
  const examiner: Examiner = {
    archive,
    layout: setup.layout,
    mapping: mappingOf(setup.layout),
    readTrailer: trailerReader(setup.layout, setup.sourceRules, archive.settings.trailers),
    settleSource: sourceSettler(setup.sourceAttributes, setup.sourceRules),
    locales: setup.locales,
    now: setup.now,
  };
  const listed: Batch[] = [];
  let parcels = 0;
  if (parentPort === null) return;
  for await (const [request] of on(parentPort, 'message') as AsyncIterable<[Request]>) {
    if (request.kind === 'examine') {
      parcels += 1;
      // Nothing here holds on to the files: they are garbage once they are sent.
      store.postMessage({
        number: parcels,
        files: examine(listed.shift() ?? [], request.keys, examiner),
      } satisfies Parcel);
      parentPort.postMessage({ kind: 'examined' } satisfies Answer);
      continue;
    }
    const next = await batches.next();
    const entries = next.done === true ? [] : next.value;
    const batch = entries.map((entry) => ({ seen: seeFile(setup.archive, entry), entry }));
    if (batch.length > 0) listed.push(batch);
    const answer: Answer = { kind: 'files', files: batch.map(({ seen }) => seen) };
    parentPort.postMessage(answer);
  }
};

void serve(workerData as ThreadSetup);
