import { on } from 'node:events';
import { parentPort, type MessagePort } from 'node:worker_threads';

import { openArchive } from '../archive/open-archive';
import type { ArchiveEntry } from '../core/entry';
import { batchEntries } from './batch-entries';
import { sourceChecker } from './check-source';
import { fitFile, mappingOf, type FitContext, type FittedFile } from './fit-file';
import { identifyFile, type FoundFile } from './found-file';
import type { Answer, FittedBatch, Request, ThreadSetup } from './protocol';
import { trailerReader } from './trailer-reader';

/** Files found together, with their bytes, kept until it is known which of them are due. */
type FoundBatch = readonly { readonly file: FoundFile; readonly entry: ArchiveEntry }[];

const fitBatch = (
  batch: FoundBatch,
  keys: readonly string[],
  context: FitContext
): FittedFile[] => {
  const due = new Set(keys);
  return batch
    .filter(({ file }) => due.has(file.key))
    .map(({ file, entry }) => fitFile(file, entry, context));
};

/** Opens the archive that the first message names, and answers the requests that follow, one by one. */
const serve = async (port: MessagePort): Promise<void> => {
  const messages = on(port, 'message');
  const opening = await messages.next();
  const [first] = opening.value as [ThreadSetup | Request];
  if (!('reading' in first)) {
    port.close();
    return;
  }
  const { reading: setup, store } = first;
  const requests = messages as AsyncIterable<[Request]>;
  const archive = await openArchive(setup.location, setup.options, {
    before: { dialect: setup.dialect, files: setup.files },
  });
  const batches = batchEntries(archive.entries(setup.only ?? undefined), setup.batchLimit);
  const context: FitContext = {
    archive,
    layout: setup.layout,
    mapping: mappingOf(setup.layout),
    readTrailer: trailerReader(setup.layout, setup.sourceRules, archive.settings.trailers),
    checkSource: sourceChecker(setup.sourceAttributes, setup.sourceRules),
    locales: setup.locales,
    now: setup.now,
  };
  const found: FoundBatch[] = [];
  let reads = 0;
  for await (const [request] of requests) {
    if (request.kind === 'end') break;
    if (request.kind === 'read') {
      reads += 1;
      // No reference to the files is kept here, so that they can be collected once they are sent.
      store.postMessage({
        number: reads,
        files: fitBatch(found.shift() ?? [], request.keys, context),
      } satisfies FittedBatch);
      port.postMessage({ kind: 'read' } satisfies Answer);
      continue;
    }
    const next = await batches.next();
    const entries = next.done === true ? [] : next.value;
    const batch = entries.map((entry) => ({ file: identifyFile(setup.archive, entry), entry }));
    if (batch.length > 0) found.push(batch);
    const answer: Answer = { kind: 'found', files: batch.map(({ file }) => file) };
    port.postMessage(answer);
  }
  await batches.return(undefined);
  // Nothing is left to wait for, so that the thread ends.
  port.close();
};

if (parentPort !== null) void serve(parentPort);
