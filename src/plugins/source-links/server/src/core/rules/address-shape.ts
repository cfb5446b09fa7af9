import { fillTemplate, matchTemplate, parseTemplate, type Template } from './template';

/** The shape of a provider's addresses: where in them its code stands. */
export interface AddressShape {
  readonly protocol: 'http:' | 'https:';
  readonly path: Template;
  readonly query: ReadonlyMap<string, Template>;
  /** The whole address, to be filled with `host` and `code`. */
  readonly whole: Template;
}

/**
 * Reads an address template such as `http://{host}/html_News/NewsShare.html?infoCode={code}`.
 * Gaps other than `host` and `code` are read over; an address that has them cannot be made from
 * a code alone.
 * @throws {Error} when it is not of the form `http(s)://{host}/…` or names no `{code}` exactly once
 */
export function parseAddressShape(text: string): AddressShape {
  const scheme = /^(https?:)\/\/\{host\}(?=\/)/.exec(text);
  if (scheme === null)
    throw new Error('it has to begin with "http://{host}/" or "https://{host}/"');
  const whole = parseTemplate(text);
  if (whole.gaps.filter((gap) => gap === 'code').length !== 1) {
    throw new Error('it has to hold "{code}" exactly once');
  }
  const rest = text.slice(scheme[0].length);
  if (rest.includes('#')) throw new Error('it has a fragment, which servers never see');
  const mark = rest.indexOf('?');
  const query = new Map<string, Template>();
  if (mark !== -1) {
    for (const pair of rest.slice(mark + 1).split('&')) {
      const equals = pair.indexOf('=');
      if (equals < 1) throw new Error(`it has "${pair}", which is not "name=value"`);
      query.set(pair.slice(0, equals), parseTemplate(pair.slice(equals + 1)));
    }
  }
  return {
    protocol: scheme[1] === 'https:' ? 'https:' : 'http:',
    path: parseTemplate(asInUrl(mark === -1 ? rest : rest.slice(0, mark))),
    query,
    whole,
  };
}

/** What stands where the shape has `{code}`; null where the URL is of another shape. Hosts are not compared. */
export function codeInAddress(shape: AddressShape, url: URL): string | null {
  const inPath = matchTemplate(shape.path, asInUrl(url.pathname));
  if (inPath === null || !areParts(inPath)) return null;
  let code = decoded(inPath.get('code'));
  for (const [name, template] of shape.query) {
    const value = url.searchParams.get(name);
    const inQuery = value === null ? null : matchTemplate(template, value);
    if (inQuery === null) return null;
    code ??= inQuery.get('code');
  }
  return code ?? null;
}

/** The address of a code; null where more than the code is needed to make it. */
export function addressOfCode(shape: AddressShape, host: string, code: string): string | null {
  return fillTemplate(shape.whole, { host, code: encodeURIComponent(code) });
}

/** A path as a URL has it; escapes know no case. */
function asInUrl(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    // Not everything that begins with a percent sign is an escape.
    return part;
  }
}

/** A gap of a path stands for a part of one segment: never empty, never beyond a slash. */
function areParts(values: ReadonlyMap<string, string>): boolean {
  return [...values.values()].every((value) => value !== '' && !value.includes('/'));
}
