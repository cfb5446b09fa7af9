import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { assertPublicHost, publicLookup } from './public-address';

/** How links are asked for. */
export interface Manners {
  /** Milliseconds that an answer may take. */
  readonly timeout: number;
  readonly allowPrivate: boolean;
  readonly userAgent: string;
}

/** The head of a server's answer; bodies are never read. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
}

/**
 * Asks a server for one address, without following it anywhere.
 * @throws when there is no answer in time, or the address is private and may not be asked for
 */
export function ask(url: URL, method: 'HEAD' | 'GET', manners: Manners): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!manners.allowPrivate) assertPublicHost(url);
    const options: RequestOptions = {
      method,
      agent: false,
      headers: { 'user-agent': manners.userAgent, accept: '*/*' },
      signal: AbortSignal.timeout(manners.timeout),
      ...(manners.allowPrivate ? {} : { lookup: publicLookup }),
    };
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, options, (response: IncomingMessage) => {
      resolve({
        status: response.statusCode ?? 0,
        location: response.headers.location,
        retryAfter: response.headers['retry-after'],
      });
      response.destroy();
    });
    request.on('error', reject);
    request.end();
  });
}
