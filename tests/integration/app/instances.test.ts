import { databases } from '../harness/databases';
import { runScript } from '../harness/run-script';

const servers = databases.filter(({ name }) => name !== 'sqlite');
const { TEST_REDIS_URL, REDIS_URL } = process.env;

// Several instances of a site share a server.
const onServers = servers.length === 0 ? describe.skip.each(databases) : describe.each(servers);

onServers('two instances of a site on $name', ({ name }) => {
  beforeAll(() => {
    if (TEST_REDIS_URL) process.env['REDIS_URL'] = TEST_REDIS_URL;
  });
  afterAll(() => {
    if (REDIS_URL === undefined) delete process.env['REDIS_URL'];
    else process.env['REDIS_URL'] = REDIS_URL;
  });

  it('import and undo an archive once between them, and answer 10,000 requests with nothing old and no slug twice', async () => {
    const outcome = await runScript('fuzz', [
      ...['instances', '--database', name],
      ...['--posts', '1000', '--requests', '10000'],
    ]);
    expect(outcome).toEqual({
      code: 0,
      stdout: expect.stringContaining('requests, none wrong'),
      stderr: '',
    });
  });
});
