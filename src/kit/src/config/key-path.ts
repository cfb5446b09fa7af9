/** The way to a value: names of keys, and places in lists, which count from 0. */
export type KeyPath = readonly (string | number)[];

const NAME = /^[A-Za-z_$][\w$-]*$/;

/** A path as one writes it behind a variable: `.contentTypes["api::post.post"].reserved[0]`. */
export const writePath = (path: KeyPath): string =>
  path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return NAME.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
