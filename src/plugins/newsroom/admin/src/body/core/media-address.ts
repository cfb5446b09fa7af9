/**
 * The address of a file as a body has it: without the site's own host, so that it is right wherever the body is read;
 * whole where files are kept somewhere else.
 *
 * @param site where the site's server answers, as `https://example.com`
 */
export const mediaAddress = (url: string, site: string): string => {
  if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return url;
  const { origin, pathname, search, hash } = new URL(url);
  const isOwn = URL.canParse(site) && new URL(site).origin === origin;
  return isOwn ? `${pathname}${search}${hash}` : url;
};
