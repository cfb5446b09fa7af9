import type { AddressInfo } from 'node:net';
import { root, withApp } from '../boot';
import { importWith, type Importer } from '../import-options';
import { answerQuestions } from '../workers';

/** What to import into the running site. */
export interface ToImport {
  readonly location: string;
  readonly name: string;
}

/** A site that serves: it says where it listens, and imports what it is told to. */
void withApp(root, async (strapi) => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  let saved = 0;
  await answerQuestions({
    port: () => (httpServer.address() as AddressInfo).port,
    import: ({ location, name }: ToImport) => importWith(importer, location, name),
    /** Saves a new post as the panel does; answers with the milliseconds that it took. */
    async save() {
      saved += 1;
      const start = performance.now();
      await strapi.documents('api::post.post').create({ data: { title: `第${saved}次保存` } });
      return performance.now() - start;
    },
  });
  httpServer.closeAllConnections();
});
