import { explainFailure } from '../../../../../src/kit/src/cli/application/explain-failure';

const withCode = (message: string, code: string): Error =>
  Object.assign(new Error(message), { code });
const address = { host: 'db.example.com', port: 5432 };
const said = (error: Error, where: object = address): unknown => {
  const explained = explainFailure(error, where);
  return explained instanceof Error ? explained.message : explained;
};
const SETTINGS = 'config/database, or what it reads from the environment and .env.';

describe('why an application does not boot', () => {
  it('is a database that cannot be reached, by any address that its name has', () => {
    const both = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
    for (const error of [withCode('connect ECONNREFUSED 1.2.3.4:5432', 'ECONNREFUSED'), both]) {
      expect(said(error)).toBe(
        `The database at db.example.com:5432 does not answer (ECONNREFUSED). Start it, or correct ${SETTINGS}`
      );
    }
  });

  it.each([
    ['28P01', 'password authentication failed for user "x"'],
    ['3D000', 'database "x" does not exist'],
    ['ER_BAD_DB_ERROR', "Unknown database 'x'"],
    ['SQLITE_CANTOPEN', 'unable to open database file'],
  ])('is a database that lets nobody in: %s', (code, message) => {
    expect(said(withCode(message, code))).toBe(
      `The database refuses: ${message}. Correct ${SETTINGS}`
    );
  });

  it('is a driver that was compiled for another Node', () => {
    const message = `The module '/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node'
was compiled against a different Node.js version using
NODE_MODULE_VERSION 115. This version of Node.js requires
NODE_MODULE_VERSION 127. Please try re-compiling or re-installing
the module (for instance, using \`npm rebuild\` or \`npm install\`).`;
    expect(said(withCode(message, 'ERR_DLOPEN_FAILED'))).toBe(
      `better-sqlite3 was compiled for another Node than this one (${process.version}). Run "npm rebuild better-sqlite3", or use the Node that it was installed with.`
    );
  });

  it('is any other as it stands', () => {
    const error = new Error('App keys are required');
    expect(explainFailure(error, address)).toBe(error);
  });
});
