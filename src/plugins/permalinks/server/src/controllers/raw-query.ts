const RAW_BYTES = /[\u0080-\u00ff]/u;

/**
 * A query string whose characters are what was typed. Not all clients percent-encode an address;
 * its bytes are UTF-8 then, and Node's HTTP parser reads them one by one, as Latin-1.
 */
export function readRawBytes(querystring: string): string {
  return RAW_BYTES.test(querystring)
    ? Buffer.from(querystring, 'latin1').toString('utf8')
    : querystring;
}
