import { parseConfig, type Place, pluginPlace } from 'strapi-plugin-kit/config';
import { z } from 'zod';
import { compileProvider } from './compile-provider';
import { compileTemplates } from './compile-templates';
import { compileTrailers } from './compile-trailers';
import { refuseAt } from './refuse';
import { rulesShape, TRACKING_PARAMETERS } from './rules-schema';
import type { SourceRules } from './source-rules';
import { trackingTest } from './tracking-test';

const NAMES = ['（文章来源：{name}）'];

const schema = z.object(rulesShape);

/**
 * Compiles the rules of a configuration: its `providers`, `canonicalHosts`,
 * `trackingParameters`, `trailers` and `names`; other keys are left to the plugin. `{}` gives
 * rules that know no provider.
 * @param place where the configuration is written
 * @throws {ConfigurationError} naming the keys that cannot be used
 */
export function compileSourceRules(
  config: unknown = {},
  place: Place = pluginPlace('source-links')
): SourceRules {
  const { providers, canonicalHosts, trackingParameters, trailers, names } = parseConfig(
    schema,
    config,
    place
  );
  const refuse = refuseAt(place);
  const known = providers.map(({ name }) => name);
  for (const [name, host] of Object.entries(canonicalHosts)) {
    if (known.includes(name)) continue;
    const others = known.length === 0 ? 'none is known' : `known are ${known.join(', ')}`;
    const reason = `there is no provider of that name: ${others}`;
    throw refuse(['canonicalHosts', name], host, reason);
  }
  return {
    providers: providers.map((provider, index) =>
      compileProvider(provider, index, canonicalHosts[provider.name], refuse)
    ),
    isTracking: trackingTest([...TRACKING_PARAMETERS, ...trackingParameters]),
    ...compileTrailers(trailers, refuse),
    names: compileTemplates(['names'], NAMES, names, refuse),
  };
}
