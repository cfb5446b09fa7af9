import matter from 'gray-matter';
import type { YamlProblem } from '../../../read/yaml';
import { MAX_PARSED_LENGTH, parseYaml, type YamlReading } from '../psych/parse';

/** Longer headers are not read at all. */
const MAX_HEADER_LENGTH = 1024 * 1024;

/** Cannot occur in the header: files with a NUL are quarantined before. */
const END = '\u0000';

const refuse = (): never => {
  throw new Error('front matter is data and is never run');
};

class YamlFailure extends Error {
  constructor(readonly problem: YamlProblem) {
    super(problem.message);
  }
}

/**
 * Reads the YAML of a header, opening dashes included.
 *
 * gray-matter is given a block that is cut already and closed by our own marker, since it would end a block
 * elsewhere than Jekyll. Passing options disables its cache, and every engine but ours throws.
 */
export const readHeader = (yaml: string): YamlReading => {
  if (yaml.length > MAX_HEADER_LENGTH) return tooLong;
  // gray-matter's search for comments takes quadratic time on blank lines.
  if (yaml.length > MAX_PARSED_LENGTH) return parseYaml(yaml);
  let reading: YamlReading | null = null;
  const engine = (block: string): object => {
    // gray-matter passes the text behind the three dashes.
    reading = parseYaml(`---${block}\n`);
    if (!reading.ok) throw new YamlFailure(reading.problem);
    return {};
  };
  try {
    matter(`${yaml.replace(/\n?$/, '\n')}${END}`, {
      language: 'yaml',
      delimiters: ['---', END],
      engines: { yaml: engine, json: refuse, javascript: refuse, coffee: refuse },
    });
  } catch (error) {
    if (error instanceof YamlFailure) return { ok: false, problem: error.problem };
    throw error;
  }
  return reading ?? { ok: true, value: null, isCut: false, offsets: new Map() };
};

const tooLong: YamlReading = {
  ok: false,
  problem: {
    kind: 'too-complex',
    offset: 0,
    message: `it is longer than ${MAX_HEADER_LENGTH} characters`,
  },
};
