import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { root, withApp } from '../bench/boot';
import { answerQuestions } from '../bench/workers';

type Answers = Parameters<typeof answerQuestions>[0];

/**
 * Serves the site in this process, on a port of its own, and answers what its parent asks until
 * that lets go of it. Beside what is given it answers `port`.
 */
export const serve = (answersOf: (strapi: Core.Strapi) => Answers): Promise<void> =>
  withApp(root, async (strapi) => {
    strapi.server.mount();
    const { httpServer } = strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    const port = (httpServer.address() as AddressInfo).port;
    await answerQuestions({ port: () => port, ...answersOf(strapi) });
    httpServer.closeAllConnections();
  });
