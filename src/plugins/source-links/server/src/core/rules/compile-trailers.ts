import type { KeyPath } from 'strapi-plugin-kit/config';
import { compileTemplates } from './compile-templates';
import { compileText, type Refuse } from './refuse';
import type { RulesConfig } from './rules-schema';
import type { ComposeRules, SourceRules } from './source-rules';
import { parseTemplate, type Template } from './template';

const SOURCE_LINES = ['<{url}>', '＜{url}＞', '{url}'];
const BACK_LINKS = ['[返回{label}]({href})'];
/** The first one also joins links where a composed trailer has more than fit on lines of their own. */
const SEPARATORS = ['｜', '丨'];

type TrailerRules = Pick<
  SourceRules,
  'sourceLines' | 'loneLinks' | 'backLinks' | 'separators' | 'compose'
>;

/** Compiles how trailers are recognised, and how those are written that are new. */
export function compileTrailers(trailers: RulesConfig['trailers'], refuse: Refuse): TrailerRules {
  const compose = compileCompose(trailers.compose, refuse);
  return {
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
    compose,
  };
}

/** Compiles how trailers are written that are new. */
function compileCompose(config: RulesConfig['trailers']['compose'], refuse: Refuse): ComposeRules {
  const template = (text: string, ...path: KeyPath): Template =>
    compileText(['trailers', 'compose', ...path], text, parseTemplate, refuse);
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
