import type { Core } from '@strapi/strapi';

/** Parameters by which addresses carry secrets: tokens, and the codes of links that are mailed. */
const SECRET =
  /^(?:.*(?:token|password|secret|jwt|api[_-]?key).*|code|confirmation|oauth_verifier|authorization)$/iu;

const decode = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** An address as it may be logged. */
const withoutSecrets = (text: string): string =>
  text.replace(/([?&])([^=&\s]+)=[^&\s]+/gu, (whole: string, before: string, name: string) =>
    SECRET.test(decode(name)) ? `${before}${name}=…` : whole
  );

/** Keeps tokens and codes that stand in addresses out of the log of requests. */
export const hideTokens = (strapi: Core.Strapi): void => {
  const log = strapi.log as unknown as { http(message: string): unknown };
  const write = log.http.bind(log);
  log.http = (message) => write(typeof message === 'string' ? withoutSecrets(message) : message);
};
