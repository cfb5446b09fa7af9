import type { Core } from '@strapi/strapi';
import { checkTypes as checkDelivery } from '../../../../../src/plugins/delivery/server/src/config/check-types';
import { readConfig as readDelivery } from '../../../../../src/plugins/delivery/server/src/config/read-config';
import { parseSettings } from '../../../../../src/plugins/front-matter/server/src/config/parse-settings';
import { checkConfiguration } from '../../../../../src/plugins/front-matter/server/src/site/checks/check-configuration';
import { checkSettings } from '../../../../../src/plugins/front-matter/server/src/site/checks/check-settings';
import { checkTypes as checkNewsroom } from '../../../../../src/plugins/newsroom/server/src/check-types';
import { readConfig as readNewsroom } from '../../../../../src/plugins/newsroom/server/src/config';
import { readConfig as readPermalinks } from '../../../../../src/plugins/permalinks/server/src/config/read-config';
import { servedTypes } from '../../../../../src/plugins/permalinks/server/src/served-type';
import { checkContentTypes } from '../../../../../src/plugins/source-links/server/src/check-content-types';
import { readConfig as readSourceLinks } from '../../../../../src/plugins/source-links/server/src/config';
import { databases, type DatabaseKind } from '../../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../../harness/other-app';
import { type PluginName, RIGHT, TYPES } from './site';
import { WRONG } from './wrong';

/** What each plugin asks of its configuration while the application boots. */
const CHECKS: Readonly<Record<PluginName, (strapi: Core.Strapi, config: object) => unknown>> = {
  'front-matter': (strapi, config) => checkSettings(strapi, parseSettings(config)),
  permalinks: (strapi, config) => servedTypes(strapi, readPermalinks(config).contentTypes),
  'source-links': (strapi, config) =>
    checkContentTypes(strapi, readSourceLinks(config).contentTypes),
  delivery: (strapi, config) => checkDelivery(strapi, readDelivery(config)),
  newsroom: (strapi, config) => checkNewsroom(strapi, readNewsroom(config)),
};

const NAMES = Object.keys(RIGHT) as readonly PluginName[];

const [sqlite] = databases as readonly [DatabaseKind, ...DatabaseKind[]];

/** The whole configuration of the application, with one plugin's as it is to be there. */
const configured = (name: PluginName, config: object) =>
  Object.fromEntries(NAMES.map((each) => [each, { config: each === name ? config : RIGHT[each] }]));

const PLUGINS = NAMES.map((name) => `strapi-plugin-${name}`);

/** The whole message about a plugin's configuration. */
const messageOf = (name: PluginName, said: readonly string[]): string =>
  said.map((each) => `config/plugins: "${name}".config${each}`).join('\n');

describe('an application whose configuration cannot be used', () => {
  let app: OtherApp;

  beforeAll(async () => {
    app = await makeOtherApp(await sqlite.create(), { types: TYPES, plugins: PLUGINS });
  });
  afterAll(() => app.remove());

  it.each(NAMES)('does not boot, and says what is wrong: %s', async (name) => {
    const [config, ...said] = WRONG[name][0] ?? [{}];
    await expect(app.boot(configured(name, { ...RIGHT[name], ...config }))).rejects.toThrow(
      messageOf(name, said)
    );
  });
});

describe('a configuration', () => {
  let app: OtherApp;
  let running: RunningApp;

  beforeAll(async () => {
    app = await makeOtherApp(await sqlite.create(), { types: TYPES, plugins: PLUGINS });
    running = await app.boot(configured('permalinks', RIGHT.permalinks));
  });
  afterAll(async () => {
    await running.stop();
    await app.remove();
  });

  const check = (name: PluginName, config: object) =>
    CHECKS[name](running.strapi, { ...RIGHT[name], ...config });

  it('is taken where all that it names is there and serves', () => {
    for (const name of NAMES) expect(() => check(name, {})).not.toThrow();
  });

  it('may have defaults that a type lacks, of which the log has a line', () => {
    const { strapi } = running;
    const lines: string[] = [];
    const { level } = strapi.log;
    strapi.log.level = 'info';
    const listen = ({ message }: { readonly message: string }) => lines.push(message);
    strapi.log.on('data', listen);
    const before = strapi.config.get('plugin::front-matter');
    try {
      checkConfiguration(strapi);
      strapi.config.set('plugin::front-matter', {});
      checkConfiguration(strapi);
      strapi.config.set('plugin::front-matter', { contentType: 'api::post.post' });
      expect(() => checkConfiguration(strapi)).toThrow('no collection type of that name');
    } finally {
      strapi.config.set('plugin::front-matter', before);
      strapi.log.off('data', listen);
      strapi.log.level = level;
    }
    expect(lines).toEqual([
      'front-matter imports into api::article.article without excerpt, sourceCode, sourceKey, sourceUrl, sourceName: the type has no attributes of these names. Name others under "front-matter".config in config/plugins, or say false there for none.',
      'front-matter has no content type to import into: there is no api::post.post. Name one with "contentType" under "front-matter".config in config/plugins.',
    ]);
  });

  describe.each(NAMES)('of %s that is wrong', (name) => {
    const wrong = WRONG[name].map(([config, ...said]) => ({ config, said }));
    it.each(wrong)('is refused with what may stand there: $config', ({ config, said }) => {
      let message = '';
      try {
        check(name, config);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).toBe(messageOf(name, said));
    });
  });
});
