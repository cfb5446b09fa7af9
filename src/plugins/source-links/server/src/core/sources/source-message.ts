import type { SourceProblem } from './reconcile-source';
import { MAX_URL_LENGTH } from './source-url';

/** The attributes that a message is to name. */
interface Names {
  readonly code: string;
  readonly url: string;
}

type About<Kind extends SourceProblem['about']> = Extract<SourceProblem, { readonly about: Kind }>;

/** How a language says what is wrong. */
interface Words {
  readonly url: Readonly<Record<About<'url'>['problem'], string>>;
  readonly code: Readonly<Record<About<'code'>['problem'], string>>;
  ofUrl(name: string, problem: string, value: string): string;
  ofCode(name: string, problem: string, value: string): string;
  ofUrlAsCode(names: Names): string;
  ofBoth(names: Names, code: string, codeInUrl: string): string;
}

const ENGLISH: Words = {
  url: {
    'too-long': `is longer than ${MAX_URL_LENGTH} characters`,
    characters: 'holds a space, a control character or one of < > " \\',
    'not-a-url': 'is not a whole URL; write it with http:// or https://',
    scheme: 'is neither http nor https',
    credentials: 'holds a user name or password; take it out',
  },
  code: {
    'too-long': 'is longer than 255 characters',
    characters: 'holds a control character or one of < > "',
    'a-url': 'is a URL',
  },
  ofUrl: (name, problem, value) => `"${name}" ${problem}: ${value}`,
  ofCode: (name, problem, value) => `"${name}" ${problem}: ${value}`,
  ofUrlAsCode: ({ code, url }) => `"${code}" is a URL; put it into "${url}"`,
  ofBoth: ({ code, url }, given, codeInUrl) =>
    `"${code}" is ${given}, but "${url}" is the address of ${codeInUrl}: correct one of them, or empty it`,
};

const CHINESE: Words = {
  url: {
    'too-long': `超过 ${MAX_URL_LENGTH} 个字符`,
    characters: '含有空格、控制字符或 < > " \\ 之一',
    'not-a-url': '不是完整的网址，请以 http:// 或 https:// 开头',
    scheme: '不是 http 或 https 网址',
    credentials: '含有用户名或密码，请删去',
  },
  code: {
    'too-long': '超过 255 个字符',
    characters: '含有控制字符或 < > " 之一',
    'a-url': '是网址',
  },
  ofUrl: (name, problem, value) => `来源网址“${name}”${problem}：${value}`,
  ofCode: (name, problem, value) => `来源代码“${name}”${problem}：${value}`,
  ofUrlAsCode: ({ code, url }) => `来源代码“${code}”是网址，请填入“${url}”`,
  ofBoth: ({ code, url }, given, codeInUrl) =>
    `来源代码“${code}”为 ${given}，而来源网址“${url}”是 ${codeInUrl} 的网址：请改正其中一项，或将其清空`,
};

/** Languages that the panel is spoken to in, by their names there. */
const LANGUAGES: ReadonlyMap<string, Words> = new Map([['zh-Hans', CHINESE]]);

/**
 * What is wrong with a source, in words that name the attributes and say what to do next.
 * @param language as the admin panel names it; one that is not known gets English
 */
export function messageOfProblem(problem: SourceProblem, names: Names, language = 'en'): string {
  const words = LANGUAGES.get(language) ?? ENGLISH;
  switch (problem.about) {
    case 'both':
      return words.ofBoth(names, shown(problem.code), shown(problem.codeInUrl));
    case 'url':
      return words.ofUrl(names.url, words.url[problem.problem], shown(problem.url));
    case 'code':
      return problem.problem === 'a-url'
        ? words.ofUrlAsCode(names)
        : words.ofCode(names.code, words.code[problem.problem], shown(problem.code));
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
