import { faultOfDriver } from '../../../../../../../src/kit/src/database/engines/sqlite/driver/check-driver';

const driver = (version: string, binary: string | null = null) => ({
  version,
  readBinary: () => (binary === null ? null : Buffer.from(binary)),
});

const COMPILED_FOR_24_19 = '\0_ZN4node28RemoveEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_\0';
const COMPILED_BEFORE = '\0_ZN4node25AddEnvironmentCleanupHookEPN2v87IsolateEPFvPvES3_\0';

describe('what is wrong with an SQLite driver', () => {
  it.each([
    ['20.20.2', '9'],
    ['22.13.1', '9'],
  ])('is that 13 crashes Node %s, which has Node-API %s', (node, napi) => {
    expect(faultOfDriver(driver('13.2.0'), { node, napi })).toBe(
      `better-sqlite3 13.2.0 crashes Node ${node}: use Node 22.14 or newer, or install better-sqlite3 12.11.1.`
    );
  });

  it.each(['22.14.0', '24.21.0', '26.10.0'])('is nothing with 13 on Node %s', (node) => {
    expect(faultOfDriver(driver('13.2.0'), { node, napi: '10' })).toBeNull();
  });

  it('is that an older one, compiled for Node 24.19 or later, aborts there', () => {
    expect(
      faultOfDriver(driver('12.11.1', COMPILED_FOR_24_19), { node: '24.19.0', napi: '10' })
    ).toBe(
      'better-sqlite3 12.11.1 crashes Node 24.19.0 now and then: install better-sqlite3 13.2.0.'
    );
  });

  it.each([
    ['compiled before', '24.21.0', COMPILED_BEFORE],
    ['that is nowhere', '24.21.0', null],
    ['on Node 24.18.1', '24.18.1', COMPILED_FOR_24_19],
    ['on Node 26.10.0', '26.10.0', COMPILED_FOR_24_19],
    ['on Node 20.20.2', '20.20.2', COMPILED_BEFORE],
  ])('is nothing with an older one %s (%s)', (_, node, binary) => {
    expect(faultOfDriver(driver('12.11.1', binary), { node, napi: '9' })).toBeNull();
  });
});
