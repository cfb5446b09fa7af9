/**
 * A language as archives are compared by it: `zh_CN`, `zh-cn` and ` zh-CN` are one. To YAML 1.1, which
 * generators read, Norwegian (`lang: no`) is a falsehood: it has to be one here on both sides.
 */
export const plainLanguage = (said: string): string => {
  const plain = said.trim().toLowerCase().replaceAll('_', '-');
  return plain === 'false' ? 'no' : plain;
};
