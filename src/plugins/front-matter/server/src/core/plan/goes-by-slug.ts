/**
 * Whether an address is that of a page which goes by its slug: `/2022/03/03/same.html` by `same`.
 *
 * @param address in its one form
 */
export const goesBySlug = (address: string, slug: string): boolean => {
  const name = address.slice(address.lastIndexOf('/') + 1);
  return name === slug || name.replace(/\.[^.]+$/u, '') === slug;
};
