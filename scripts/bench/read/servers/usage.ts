import { performance } from 'node:perf_hooks';
import { peakRss } from '../../memory';

const BYTES_PER_MIB = 1024 * 1024;

/** What a process has of the machine. */
export interface Usage {
  readonly rssMiB: number;
  readonly peakRssMiB: number;
  /** How much of the time since it was asked last its event loop was busy: 1 is all of it. */
  readonly busy: number;
}

/** Answers a parent's question for the usage of this process. */
export const watchUsage = (): { readonly usage: () => Usage } => {
  let before = performance.eventLoopUtilization();
  return {
    usage() {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return {
        rssMiB: process.memoryUsage.rss() / BYTES_PER_MIB,
        peakRssMiB: peakRss(),
        busy: utilization,
      };
    },
  };
};
