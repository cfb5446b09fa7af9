import { databases } from '../../harness/databases';
import { runScript } from '../../harness/run-script';

describe.each(databases)('a command in an app that does not boot, on $name', (kind) => {
  it.each([
    ['import-archive', 'runs'],
    ['permalinks', 'check'],
    ['source-links', 'rebuild'],
  ] as const)('ends with 1 and the reason, and does not wait for ever: %s %s', async (...line) => {
    const [script, word] = line;
    const database = await kind.create();
    const { code, stderr } = await runScript(script, [word], {
      ...database,
      environment: { ...database.environment, APP_KEYS: '' },
    });
    await database.drop();
    expect(code).toBe(1);
    expect(stderr).toContain('App keys are required');
  });
});
