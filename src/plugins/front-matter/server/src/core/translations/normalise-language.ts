/**
 * Makes the spellings of a language one: `zh_CN`, `zh-cn` and ` zh-CN`. Generators read YAML 1.1, where
 * Norwegian (`lang: no`) is the value false, so that `false` is read as `no`.
 */
export const normaliseLanguage = (said: string): string => {
  const plain = said.trim().toLowerCase().replaceAll('_', '-');
  return plain === 'false' ? 'no' : plain;
};
