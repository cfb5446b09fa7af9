import './switch-on';
import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { DATES, DOORS, step } from '../doors/step';
import { unlessRefused, writerOn } from '../doors/writer';
import { expectBrowsed } from './browsed';
import { expectRight } from './compare';

describe.each(databases)('counts and listings on $name', (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let writer: ReturnType<typeof writerOn>;

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
    writer = writerOn(strapi, kind);
  });
  afterAll(() => site.close());

  it('are what the database itself counts and sorts, whatever was written in whatever way', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
          for (const taken of steps) {
            await writer.take(taken).catch(unlessRefused);
            await expectRight(strapi);
          }
          await expectBrowsed(site);
        })
        .beforeEach(() => writer.begin()),
      { numRuns: 15 }
    );
  }, 600_000);

  it.each(DOORS)('are right after %s of one document among others', async (door) => {
    await writer.begin();
    await writer.publishSome();
    await expectRight(strapi);
    for (const date of DATES) {
      await writer.take({ door, who: 7, date, kind: 'categories', terms: [0, 2] });
      await expectRight(strapi);
    }
    await expectBrowsed(site);
  });
});
