import type { Language } from './languages';

/** What Strapi's server says to editors, in English alone, and how it is said in other languages. */
const SAID: Readonly<Partial<Record<Language, readonly (readonly [RegExp, string])[]>>> = {
  'zh-Hans': [
    [/^Invalid credentials$/u, '邮箱或密码不正确'],
    [/^Missing or invalid credentials$/u, '登录信息缺失或无效'],
    [/^(?:Forbidden|Forbidden access|Policy Failed)$/iu, '没有权限'],
    [/^(?:Not Found|entry\.notFound|Document not found)$/iu, '未找到'],
    [/^This attribute must be unique$/u, '此字段的值必须唯一'],
    [/^(.+) must be defined\.$/u, '必须填写 $1。'],
    [/^(.+) is a required field$/u, '必须填写 $1'],
    [/^(.+) must be at least (\d+) characters?$/u, '$1 至少 $2 个字符'],
    [/^(.+) must be at most (\d+) characters?$/u, '$1 最多 $2 个字符'],
    [/^(.+) must be a valid email$/u, '$1 必须是有效的电子邮件'],
    [/^(\d+) errors occurred$/u, '有 $1 处错误'],
  ],
};

/** What Strapi says, in a language; as it is, where we have no word for it. */
export const sayForStrapi = (language: Language, message: string): string => {
  const [pattern, said] = SAID[language]?.find(([each]) => each.test(message)) ?? [];
  return pattern === undefined || said === undefined ? message : message.replace(pattern, said);
};
