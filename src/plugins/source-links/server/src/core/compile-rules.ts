import {
  ConfigurationError,
  type KeyPath,
  parseConfig,
  type Place,
  pluginPlace,
  wrongValue,
} from 'strapi-plugin-kit/config';
import { z } from 'zod';
import { type AddressShape, addressOfCode, parseAddressShape } from './address-shape';
import { type CodeTest, compileCode } from './code-pattern';
import { concreteHost, type HostTest, hostTest } from './host-pattern';
import {
  type ProviderConfig,
  type RulesConfig,
  rulesShape,
  TRACKING_PARAMETERS,
} from './rules-schema';
import { parseTemplate, type Template } from './template';

/** Somewhere stories come from, ready to be asked. */
export interface Provider {
  readonly name: string;
  readonly goesBy: HostTest;
  /** True when every host is its own: such a provider is nobody's last resort. */
  readonly isGeneric: boolean;
  readonly hosts: readonly string[];
  readonly canonicalHost: string | null;
  readonly code: CodeTest | null;
  readonly shape: AddressShape | null;
}

/** Rules of source links, compiled once and asked for every row. */
export interface SourceRules {
  readonly providers: readonly Provider[];
  readonly isTracking: (parameter: string) => boolean;
  readonly sourceLines: readonly Template[];
  /** Which URLs are sources that stand at a body's end with no links back after them. */
  readonly loneLinks: 'known' | 'any';
  readonly backLinks: readonly Template[];
  /** What joins links besides marks and blank space; the first one is for links that are new. */
  readonly separators: readonly string[];
  readonly names: readonly Template[];
  readonly compose: ComposeRules;
}

/** How the trailer of a post is written that never had one. */
export interface ComposeRules {
  readonly sourceLine: Template;
  readonly backLink: Template;
  /** What stands between two links back; a line break puts each on a line of its own. */
  readonly joint: string;
  /** The link back to a category, with the gaps `name` and `address`; null for none. */
  readonly category: { readonly label: Template; readonly href: Template } | null;
  readonly home: { readonly label: string; readonly href: string } | null;
  readonly end: string;
}

const SOURCE_LINES = ['<{url}>', '＜{url}＞', '{url}'];
const BACK_LINKS = ['[返回{label}]({href})'];
/** The first one also joins links where a composed trailer has more than fit on lines of their own. */
const SEPARATORS = ['｜', '丨'];
const NAMES = ['（文章来源：{name}）'];

const schema = z.object(rulesShape);

/** An error that names a key, what it was, and why that cannot be. */
type Refuse = (path: KeyPath, value: unknown, reason: string) => ConfigurationError;

/**
 * Compiles the rules of a configuration: its `providers`, `canonicalHosts`,
 * `trackingParameters`, `trailers` and `names`; other keys are left to the plugin. `{}` gives the rules that come with it.
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
  const refuse: Refuse = (path, value, reason) =>
    new ConfigurationError(place, wrongValue(path, value, reason));
  const known = providers.map(({ name }) => name);
  for (const [name, host] of Object.entries(canonicalHosts)) {
    if (known.includes(name)) continue;
    const reason = `there is no provider of that name. Known are ${known.join(', ')}`;
    throw refuse(['canonicalHosts', name], host, reason);
  }
  const compose = compileCompose(trailers.compose, refuse);
  return {
    providers: providers.map((provider, index) =>
      compileProvider(provider, index, canonicalHosts[provider.name], refuse)
    ),
    isTracking: trackingTest([...TRACKING_PARAMETERS, ...trackingParameters]),
    sourceLines: [
      ...compileTemplates(['trailers', 'sourceLines'], SOURCE_LINES, trailers.sourceLines, refuse),
      ...(SOURCE_LINES.includes(trailers.compose.sourceLine) ? [] : [compose.sourceLine]),
    ],
    loneLinks: trailers.loneLinks,
    backLinks: [
      ...compileTemplates(['trailers', 'backLinks'], BACK_LINKS, trailers.backLinks, refuse),
      ...(BACK_LINKS.includes(trailers.compose.backLink) ? [] : [compose.backLink]),
    ],
    separators: [...new Set([...SEPARATORS, ...trailers.separators, ...jointsOf(compose)])],
    names: compileTemplates(['names'], NAMES, names, refuse),
    compose,
  };
}

function compileProvider(
  config: ProviderConfig,
  index: number,
  canonical: string | undefined,
  refuse: Refuse
): Provider {
  const at = (key: string): KeyPath => ['providers', index, key];
  const attempt = attempter(refuse);
  const code = config.code === undefined ? null : attempt(at('code'), config.code, compileCode);
  const shape =
    config.address === undefined ? null : attempt(at('address'), config.address, parseAddressShape);
  if (shape !== null && code === null) {
    throw refuse(at('code'), undefined, 'an address needs to know its codes');
  }
  const canonicalHost = canonical ?? config.canonicalHost ?? null;
  if (canonicalHost !== null && shape === null && config.hosts.includes('*')) {
    const path = canonical === undefined ? at('canonicalHost') : ['canonicalHosts', config.name];
    throw refuse(path, canonicalHost, 'it would send the readers of every host to one');
  }
  // What it goes by now it goes by: an address there is to be recognised, too.
  const hosts = [...config.hosts, ...(canonicalHost === null ? [] : [canonicalHost])];
  const host = canonicalHost ?? concreteHost(config.hosts);
  if (shape !== null && host === null && addressOfCode(shape, 'host', 'code') !== null) {
    throw refuse(at('hosts'), config.hosts, 'it has to begin with a host to make addresses with');
  }
  return {
    name: config.name,
    goesBy: hostTest(hosts),
    isGeneric: hosts.includes('*'),
    hosts: [...new Set(hosts)],
    canonicalHost,
    code,
    shape,
  };
}

function compileCompose(config: RulesConfig['trailers']['compose'], refuse: Refuse): ComposeRules {
  const attempt = attempter(refuse);
  const template = (text: string, ...path: KeyPath): Template =>
    attempt(['trailers', 'compose', ...path], text, parseTemplate);
  const { category, home, joint, end } = config;
  return {
    sourceLine: template(config.sourceLine, 'sourceLine'),
    backLink: template(config.backLink, 'backLink'),
    joint,
    category:
      category === false
        ? null
        : {
            label: template(category.label, 'category', 'label'),
            href: template(category.href, 'category', 'href'),
          },
    home: home === false ? null : home,
    end,
  };
}

/** A line break needs no rule to be read, nor does the space around a separator. */
function jointsOf({ joint }: ComposeRules): string[] {
  return joint === '\n' ? [] : [joint.trim()];
}

function compileTemplates(
  path: KeyPath,
  known: readonly string[],
  added: readonly string[],
  refuse: Refuse
): Template[] {
  const attempt = attempter(refuse);
  return [
    ...known.map(parseTemplate),
    ...added.map((text, index) => attempt([...path, index], text, parseTemplate)),
  ];
}

/** Compiles texts of a configuration; one that cannot be compiled is refused with the reason. */
function attempter(refuse: Refuse) {
  return <Result>(path: KeyPath, text: string, compile: (text: string) => Result): Result => {
    try {
      return compile(text);
    } catch (error) {
      throw refuse(path, text, error instanceof Error ? error.message : String(error));
    }
  };
}

function trackingTest(patterns: readonly string[]): (parameter: string) => boolean {
  const lower = patterns.map((pattern) => pattern.toLowerCase());
  const exact = new Set(lower.filter((pattern) => !pattern.endsWith('*')));
  const prefixes = lower
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1));
  return (parameter) =>
    exact.has(parameter) || prefixes.some((prefix) => parameter.startsWith(prefix));
}
