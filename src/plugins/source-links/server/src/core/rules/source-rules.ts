import type { AddressShape } from './address-shape';
import type { CodeTest } from './code-pattern';
import type { HostTest } from './host-pattern';
import type { Template } from './template';

/** Somewhere stories come from, ready to be asked. */
export interface Provider {
  readonly name: string;
  readonly goesBy: HostTest;
  /** True when every host is its own: such a provider is not used as a last resort. */
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
