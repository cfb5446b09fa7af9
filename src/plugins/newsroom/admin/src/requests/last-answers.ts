/** Forms that may be open at a time. */
const MOST = 10;

/** The answers that forms were made from, by their addresses. */
const texts = new Map<string, string>();

/** Remembers what a form was made from. */
export const keepAnswer = (address: string, text: string): void => {
  texts.delete(address);
  texts.set(address, text);
  const [oldest] = texts.keys();
  if (texts.size > MOST && oldest !== undefined) texts.delete(oldest);
};

/** What a form was made from, as an answer; null where that is not known. */
export const lastAnswer = (address: string): Response | null => {
  const text = texts.get(address);
  if (text === undefined) return null;
  return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
};
