/**
 * What a rule of types finds, and cannot be otherwise: by package, entry and rule, the reason. Nothing else of the
 * entry, and no other entry, is let through.
 *
 * @type {readonly { packages: RegExp, entry: string, rule: string, reason: string }[]}
 */
const ACCEPTED = [
  {
    packages: /^strapi-plugin-(?!kit$)/,
    entry: './strapi-admin',
    rule: 'FalseCJS',
    reason:
      "Strapi's builder of plugins writes one declaration for both forms of an admin side, as an .d.ts of a CommonJS package. Nothing but the panel's bundler loads that entry, and it reads no types.",
  },
  {
    packages: /^strapi-plugin-(?!kit$)/,
    entry: './strapi-server',
    rule: 'CJSOnlyExportsDefault',
    reason:
      'A server is the default export of a CommonJS module: that is how Strapi loads plugins, and its own are.',
  },
];

/**
 * Whether all that a problem is about is accepted.
 * @param {string} name of the package
 * @param {string} rule
 * @param {readonly string[]} entries that the problem affects
 */
export const isAccepted = (name, rule, entries) =>
  entries.length > 0 &&
  entries.every((entry) =>
    ACCEPTED.some(
      (accepted) =>
        accepted.packages.test(name) && accepted.entry === entry && accepted.rule === rule
    )
  );
