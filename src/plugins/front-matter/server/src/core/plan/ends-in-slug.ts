/**
 * Whether the last part of an address is a slug: `same` of `/2022/03/03/same.html`.
 *
 * @param address in its canonical form
 */
export const endsInSlug = (address: string, slug: string): boolean => {
  const name = address.slice(address.lastIndexOf('/') + 1);
  return name === slug || name.replace(/\.[^.]+$/u, '') === slug;
};
