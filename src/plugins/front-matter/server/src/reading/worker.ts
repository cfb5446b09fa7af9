import { on } from 'node:events';
import { parentPort, type MessagePort } from 'node:worker_threads';

import { openArchive } from '../archive/open-archive';
import type { Archive } from '../archive/archive';
import type { ArchiveEntry } from '../core/entry';
import { countKeys, type KeyCounter } from '../core/keys/count-keys';
import { batchEntries } from './batch-entries';
import { fitContextOf } from './fit-context';
import { fitFile, type FitContext, type FittedFile } from './fit-file';
import { identifyFile, type FoundFile } from './found-file';
import type { Answer, CorrectedTexts, FittedBatch, Request, ThreadSetup } from './protocol';

interface FoundEntry {
  readonly file: FoundFile;
  readonly entry: ArchiveEntry;
}

/** Files found together, with their bytes, kept until it is known which of them are due. */
type FoundBatch = readonly FoundEntry[];

async function* identify(
  entries: AsyncIterable<ArchiveEntry>,
  archive: string
): AsyncGenerator<FoundEntry> {
  for await (const entry of entries) yield { file: identifyFile(archive, entry), entry };
}

/** Reads what is due; where keys are counted, all the rest, too. */
const fitBatch = (
  batch: FoundBatch,
  { keys, corrected }: { readonly keys: readonly string[]; readonly corrected: CorrectedTexts },
  context: FitContext,
  countsKeys: boolean
): FittedFile[] => {
  const due = new Set(keys);
  const fitted: FittedFile[] = [];
  for (const { file, entry } of batch) {
    if (due.has(file.key)) {
      fitted.push(fitFile(file, entry, context, corrected.get(file.checksum)));
    } else if (countsKeys) context.archive.read(entry);
  }
  return fitted;
};

/** An archive whose keys are counted whenever a file is read. */
const counted = (archive: Archive, counter: KeyCounter): Archive => ({
  ...archive,
  read(entry) {
    const reading = archive.read(entry);
    if ('post' in reading) counter.add(reading.path, reading.post.frontMatter);
    return reading;
  },
});

/** Opens an archive and answers the requests that follow, one by one, until it is to end. */
const readArchive = async (
  port: MessagePort,
  { reading: setup, store }: ThreadSetup,
  nextRequest: () => Promise<Request>
): Promise<void> => {
  const opened = await openArchive(setup.location, setup.options, {
    before: { dialect: setup.dialect, files: setup.files },
  });
  const countsKeys = setup.countsKeys === true;
  const counter = countKeys();
  const archive = countsKeys ? counted(opened, counter) : opened;
  const entries = identify(archive.entries(setup.only ?? undefined), setup.archive);
  const sizeOf = ({ file, entry }: FoundEntry): number =>
    entry.bytes.byteLength + (setup.corrected.get(file.checksum) ?? 0);
  const batches = batchEntries(entries, setup.batchLimit, sizeOf);
  const context = fitContextOf(archive, setup);
  const found: FoundBatch[] = [];
  let reads = 0;
  const answerTo = async (request: Request): Promise<Answer> => {
    if (request.kind === 'read') {
      reads += 1;
      // No reference to the files is kept here, so that they can be collected once they are sent.
      store.postMessage({
        number: reads,
        files: fitBatch(found.shift() ?? [], request, context, countsKeys),
      } satisfies FittedBatch);
      return { kind: 'read' };
    }
    if (request.kind === 'keys') return { kind: 'keys', keys: counter.counts() };
    const next = await batches.next();
    const batch = next.done === true ? [] : next.value;
    if (batch.length > 0) found.push(batch);
    return { kind: 'found', files: batch.map(({ file }) => file) };
  };
  for (let request = await nextRequest(); request.kind !== 'end'; request = await nextRequest()) {
    port.postMessage(await answerTo(request));
  }
  await batches.return(undefined);
  store.close();
};

/** Reads one archive after the other, each from its first message to its last. */
const serve = async (port: MessagePort): Promise<void> => {
  const messages = on(port, 'message');
  const nextMessage = async (): Promise<ThreadSetup | Request> => {
    const next = await messages.next();
    const [message] = next.value as [ThreadSetup | Request];
    return message;
  };
  // An archive's first message is followed by requests alone.
  const nextRequest = nextMessage as () => Promise<Request>;
  for (;;) {
    const first = await nextMessage();
    if ('reading' in first) await readArchive(port, first, nextRequest);
    else if (first.kind === 'leave') break;
    port.postMessage({ kind: 'ended' } satisfies Answer);
  }
  // Nothing is left to wait for, so that the thread ends.
  port.close();
};

if (parentPort !== null) void serve(parentPort);
