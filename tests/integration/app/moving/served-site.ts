import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import supertest from 'supertest';
import type { TestDatabase } from '../../harness/databases';
import { signIn } from '../../harness/sign-in';

/** A site in a process of its own, as visitors and Strapi's commands reach it. */
export interface ServedSite {
  readonly http: ReturnType<typeof supertest>;
  /** What `strapi transfer` is told with `--to` or `--from`. */
  readonly address: string;
  /** A token that transfers may push and pull with, as an administrator makes it in the panel. */
  transferToken(): Promise<string>;
  stop(): Promise<void>;
}

/** Serves an application in JavaScript on a database: a transfer moves the uploads in its folder aside. */
export const serveSite = async (home: string, database: TestDatabase): Promise<ServedSite> => {
  const child = fork(path.join(__dirname, 'serve.cjs'), [home], {
    cwd: home,
    env: { ...process.env, ...database.environment, PORT: '0' },
  });
  const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
  const url = `http://127.0.0.1:${port}`;
  const http = supertest(url);
  return {
    http,
    address: `${url}/admin`,
    async transferToken() {
      const { body } = await http
        .post('/admin/transfer/tokens')
        .set('Authorization', `Bearer ${await signIn({ http })}`)
        .send({ name: 'move', description: '', lifespan: null, permissions: ['push', 'pull'] })
        .expect(201);
      return String(body.data.accessKey);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
