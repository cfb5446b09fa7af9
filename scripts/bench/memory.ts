const KIB_PER_MIB = 1024;

/** The most memory that this process has ever had, in MiB. */
export const peakRss = (): number => process.resourceUsage().maxRSS / KIB_PER_MIB;
