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

/** A mistake in the configuration; `key` says where, as in `providers[0].hosts`. */
export class SourceRulesError extends Error {
  constructor(
    readonly key: string,
    readonly reason: string
  ) {
    super(`source-links: "${key}" ${reason}`);
    this.name = 'SourceRulesError';
  }
}

const SOURCE_LINES = ['<{url}>', '＜{url}＞', '{url}'];
const BACK_LINKS = ['[返回{label}]({href})'];
/** The first one also joins links where a composed trailer has more than fit on lines of their own. */
const SEPARATORS = ['｜', '丨'];
const NAMES = ['（文章来源：{name}）'];

const schema = z.object(rulesShape);

/**
 * Compiles the rules of a configuration: its `providers`, `canonicalHosts`,
 * `trackingParameters`, `trailers` and `names`; other keys are left to the plugin. `{}` gives the rules that come with it.
 * @throws {SourceRulesError} naming the first key that cannot be used
 */
export function compileSourceRules(config: unknown = {}): SourceRules {
  const checked = schema.safeParse(config);
  if (!checked.success) throw errorOf(checked.error);
  const { providers, canonicalHosts, trackingParameters, trailers, names } = checked.data;
  for (const name of Object.keys(canonicalHosts)) {
    if (providers.some((provider) => provider.name === name)) continue;
    throw new SourceRulesError(`canonicalHosts.${name}`, 'is not the name of a provider');
  }
  const compose = compileCompose(trailers.compose);
  return {
    providers: providers.map((provider, index) =>
      compileProvider(provider, index, canonicalHosts[provider.name])
    ),
    isTracking: trackingTest([...TRACKING_PARAMETERS, ...trackingParameters]),
    sourceLines: [
      ...compileTemplates('trailers.sourceLines', SOURCE_LINES, trailers.sourceLines),
      ...(SOURCE_LINES.includes(trailers.compose.sourceLine) ? [] : [compose.sourceLine]),
    ],
    loneLinks: trailers.loneLinks,
    backLinks: [
      ...compileTemplates('trailers.backLinks', BACK_LINKS, trailers.backLinks),
      ...(BACK_LINKS.includes(trailers.compose.backLink) ? [] : [compose.backLink]),
    ],
    separators: [...new Set([...SEPARATORS, ...trailers.separators, ...jointsOf(compose)])],
    names: compileTemplates('names', NAMES, names),
    compose,
  };
}

/** The first mistake that a schema found, as an error that names its key. */
export function errorOf(error: z.ZodError): SourceRulesError {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map((step) =>
    typeof step === 'number' ? `[${step}]` : `.${String(step)}`
  );
  const key = path.join('').replace(/^\./, '');
  return new SourceRulesError(key === '' ? 'config' : key, issue?.message ?? 'cannot be read');
}

function compileProvider(
  config: ProviderConfig,
  index: number,
  canonical: string | undefined
): Provider {
  const at = (key: string): string => `providers[${index}].${key}`;
  const code = config.code === undefined ? null : attempt(at('code'), config.code, compileCode);
  const shape =
    config.address === undefined ? null : attempt(at('address'), config.address, parseAddressShape);
  if (shape !== null && code === null) {
    throw new SourceRulesError(at('code'), 'is missing: an address needs to know its codes');
  }
  const canonicalHost = canonical ?? config.canonicalHost ?? null;
  if (canonicalHost !== null && shape === null && config.hosts.includes('*')) {
    const key = canonical === undefined ? at('canonicalHost') : `canonicalHosts.${config.name}`;
    throw new SourceRulesError(key, 'would send the readers of every host to one');
  }
  // What it goes by now it goes by: an address there is to be recognised, too.
  const hosts = [...config.hosts, ...(canonicalHost === null ? [] : [canonicalHost])];
  const host = canonicalHost ?? concreteHost(config.hosts);
  if (shape !== null && host === null && addressOfCode(shape, 'host', 'code') !== null) {
    throw new SourceRulesError(at('hosts'), 'must begin with a host to make addresses with');
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

function compileCompose(config: RulesConfig['trailers']['compose']): ComposeRules {
  const template = (key: string, text: string): Template =>
    attempt(`trailers.compose.${key}`, text, parseTemplate);
  const { category, home, joint, end } = config;
  return {
    sourceLine: template('sourceLine', config.sourceLine),
    backLink: template('backLink', config.backLink),
    joint,
    category:
      category === false
        ? null
        : {
            label: template('category.label', category.label),
            href: template('category.href', category.href),
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
  key: string,
  known: readonly string[],
  added: readonly string[]
): Template[] {
  return [
    ...known.map(parseTemplate),
    ...added.map((text, index) => attempt(`${key}[${index}]`, text, parseTemplate)),
  ];
}

function attempt<Result>(key: string, text: string, compile: (text: string) => Result): Result {
  try {
    return compile(text);
  } catch (error) {
    throw new SourceRulesError(key, error instanceof Error ? error.message : String(error));
  }
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
