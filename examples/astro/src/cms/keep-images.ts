import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ask } from './ask';

const FOLDER = path.resolve('public', 'uploads');

/** Images of the media library, as bodies name them. */
const UPLOADS = /\/uploads\/([\w.-]+)/gu;

/** Copies what a body shows of the media library, so that the site needs no CMS once it is built. */
export const keepImages = async (body: string): Promise<void> => {
  for (const [address, name = ''] of body.matchAll(UPLOADS)) {
    const file = path.join(FOLDER, name);
    if (
      await access(file).then(
        () => true,
        () => false
      )
    )
      continue;
    const reply = await ask(address);
    if (!reply.ok) continue;
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, Buffer.from(await reply.arrayBuffer()));
  }
};
