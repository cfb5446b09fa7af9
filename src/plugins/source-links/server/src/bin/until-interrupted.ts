/** Does work that a first SIGINT or SIGTERM asks to stop where it may be taken up again. */
export async function untilInterrupted<Result>(
  work: (signal: AbortSignal) => Promise<Result>
): Promise<Result> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
