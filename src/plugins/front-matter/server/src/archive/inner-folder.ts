/** A folder inside of the archive, without slashes at its ends; null for anything else. */
export const innerFolder = (value: string): string | null => {
  let end = value.length;
  while (value[end - 1] === '/') end -= 1;
  const folder = value.slice(0, end).replace(/^(?:\.?\/)+/, '');
  const names = folder.split('/');
  return value.startsWith('/') || names.some((name) => ['', '.', '..'].includes(name))
    ? null
    : folder;
};
