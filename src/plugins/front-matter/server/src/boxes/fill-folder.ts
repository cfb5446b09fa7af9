import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Lets something be put into a folder that is empty or not there. Where that fails, or has been aborted
 * meanwhile, the folder is removed with all that is in it before the promise rejects.
 *
 * @param work gets the folder's absolute path
 * @throws Error where there is something in the folder already, which stays
 * @throws unknown the signal's reason once it is aborted, else what `work` throws
 */
export const fillFolder = async <Result>(
  folder: string,
  signal: AbortSignal,
  work: (root: string) => Promise<Result>
): Promise<Result> => {
  const root = path.resolve(folder);
  await makeEmpty(root);
  try {
    const result = await work(root);
    signal.throwIfAborted();
    return result;
  } catch (error) {
    // A failure while cleaning up must not hide the first error.
    await rm(root, { recursive: true, force: true }).catch(() => undefined);
    throw signal.aborted ? signal.reason : error;
  }
};

const makeEmpty = async (folder: string): Promise<void> => {
  await mkdir(folder, { mode: 0o755 }).catch(async (error: unknown) => {
    if ((await readdir(folder)).length > 0) throw error;
  });
};
