/** A query has something that is left to Strapi's own way. */
export class Uncovered extends Error {
  constructor(readonly reason: string) {
    super(`left to Strapi: ${reason}`);
  }
}
