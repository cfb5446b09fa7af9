import { root, tell, withApp } from './boot';

/** What the importer of `front-matter` is asked, and what it answers. */
interface Importer {
  open(location: string, options: object): Promise<object>;
  import(options: object): Promise<{
    readonly found: number;
    readonly created: number;
    readonly unchanged: number;
    readonly seconds: number;
  }>;
}

const KIB_PER_MIB = 1024;
const peak = (): number => process.resourceUsage().maxRSS / KIB_PER_MIB;

/** Imports the archive that is named, and tells how fast, and in how much memory beyond Strapi's own. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  const booted = peak();
  const reading = { dialect: 'auto', posts: [], timezone: null };
  const report = await importer.import({
    archive: await importer.open(process.argv[2] ?? '', reading),
    reading,
    name: 'bench',
    locale: null,
    dryRun: false,
    onConflict: 'keep',
    unpublishMissing: false,
    signal: new AbortController().signal,
    onIssue: () => undefined,
    onProgress: () => undefined,
  });
  tell({ ...report, peakRssMiB: peak(), bootedRssMiB: booted });
});
