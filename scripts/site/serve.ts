import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { root, withApp } from './boot';
import { answerQuestions } from './workers';

type Answers = Parameters<typeof answerQuestions>[0];

/**
 * Serves the site in this process, on a port of its own, and answers what its parent asks until
 * that lets go of it. Beside what is given it answers `port`.
 *
 * @param appDir the app to serve, where it is not this one
 */
export const serve = (
  answersOf: (strapi: Core.Strapi) => Answers,
  appDir: string = root
): Promise<void> =>
  withApp(appDir, async (strapi) => {
    strapi.server.mount();
    const { httpServer } = strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    const port = (httpServer.address() as AddressInfo).port;
    await answerQuestions({ port: () => port, ...answersOf(strapi) });
    httpServer.closeAllConnections();
  });
