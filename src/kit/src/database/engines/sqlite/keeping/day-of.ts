/** In milliseconds. */
const DAY = 86_400_000;

/** Dates are stored as milliseconds since 1970, by Strapi; those of before are below zero. */
export const dayOf = (value: string): string =>
  `((${value} - ((${value} % ${DAY} + ${DAY}) % ${DAY})) / ${DAY})`;

export const dayAt = (date: Date): number => Math.floor(date.getTime() / DAY);

export const startOfDay = (day: number): Date => new Date(day * DAY);
