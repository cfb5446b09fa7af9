/** The values of a form by the attribute. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether two values of an attribute are one. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The attributes of a form that have other values later. */
export const changesBetween = (before: Values, after: Values): Values =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(before[name], value)));
