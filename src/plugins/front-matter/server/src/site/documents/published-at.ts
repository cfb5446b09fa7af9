/** The post's date, but never later than now: nothing was published in the future. */
export const publishedAt = (date: string | null, now: Date): Date =>
  date === null || Date.parse(date) > now.getTime() ? now : new Date(date);
