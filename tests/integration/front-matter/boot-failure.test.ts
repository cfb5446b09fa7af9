import { databases } from '../harness/databases';
import { runArchive } from '../harness/run-archive';

describe.each(databases)('a command in an app that does not boot, on $name', (kind) => {
  it('ends with 1 and the reason, and does not wait for ever', async () => {
    const database = await kind.create();
    const { code, stderr } = await runArchive(['runs'], {
      ...database,
      environment: { ...database.environment, APP_KEYS: '' },
    });
    await database.drop();
    expect(code).toBe(1);
    expect(stderr).toContain('App keys are required');
  });
});
