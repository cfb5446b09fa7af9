import type { IncomingHttpHeaders } from 'node:http';

import type { Sources } from '../answers/sources';

/** How a body may be packed for its way. */
export type Packing = 'br' | 'gzip';

/** An answer to the public, as it is sent again. */
export interface KeptAnswer {
  readonly body: Buffer;
  /** The body in less bytes, as far as anybody has asked for that. */
  readonly packed: ReadonlyMap<Packing, Buffer>;
  /** Names and values in turns, as Strapi's middlewares and this plugin have set them. */
  readonly headers: readonly string[];
  /** Of the body, without quotes. */
  readonly etag: string;
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number;
}

/** An answer, and what it was made of. */
export interface SourcedAnswer {
  readonly answer: KeptAnswer;
  readonly sources: Sources;
}

/** As much of a request as decides how it is answered. */
export interface Asking {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}
