import { createMessages, type Message, type Messages } from 'strapi-plugin-kit/texts';

const all = {
  'document.deleted': {
    en: 'The document has been deleted.',
    'zh-Hans': '此内容已被删除。',
  },
  'redirect.coming': {
    en: '"{path}" is where another document will be once it is published.',
    'zh-Hans': '“{path}” 是另一内容发布后的网址。',
  },
  'redirect.forbidden': {
    en: 'Your role may not add or remove redirects. An administrator can allow it, among the permissions of plugins.',
    'zh-Hans': '您的角色无权添加或移除跳转，可由管理员在插件权限中授权。',
  },
  'redirect.front-page': {
    en: '"{path}" is the front page of the site: no redirect can begin there.',
    'zh-Hans': '“{path}” 是网站首页，不能从首页跳转。',
  },
  'redirect.invalid': {
    en: '"{path}" is not an address.',
    'zh-Hans': '“{path}” 不是有效的网址。',
  },
  'redirect.language': {
    en: '"{path}" leads to this document in another language already.',
    'zh-Hans': '“{path}” 已指向此内容的另一语言版本。',
  },
  'redirect.none': {
    en: 'This document has no such redirect.',
    'zh-Hans': '此内容没有这个跳转。',
  },
  'redirect.own': {
    en: '"{path}" is where visitors find this document now: a redirect from there would never be followed.',
    'zh-Hans': '“{path}” 就是此内容现在的网址，从这里跳转不会起作用。',
  },
  'redirect.query': {
    en: '"{path}" has a query or a fragment, and redirects go by the path alone. Leave out what begins with "?" or "#".',
    'zh-Hans': '“{path}” 带有查询参数或锚点，而跳转只看路径。请去掉 “?” 或 “#” 及其后的部分。',
  },
  'redirect.reserved': {
    en: '"{path}" is reserved: this server itself answers there, or at an address above it.',
    'zh-Hans': '“{path}” 已被保留：该网址或其上级由服务器自身使用。',
  },
  'redirect.taken': {
    en: '"{path}" leads to another document already.',
    'zh-Hans': '“{path}” 已指向其他内容。',
  },
  'slug.crowded': {
    en: 'Too many writers of one slug',
    'zh-Hans': '同时使用此网址别名的人太多，请稍后再试。',
  },
  'slug.dots': {
    en: 'The slug is a path of dots.',
    'zh-Hans': '网址别名不能只有点号。',
  },
  'slug.forbidden-character': {
    en: 'The slug has a character that no slug can have (/ \\ ? # or a control character).',
    'zh-Hans': '网址别名不能含有 / \\ ? # 或控制字符。',
  },
  'slug.no-text': {
    en: 'The slug is not a text.',
    'zh-Hans': '网址别名必须是文字。',
  },
  'slug.of-many': {
    en: 'One {slug} cannot be given to many rows. Update them one at a time.',
    'zh-Hans': '不能把同一个 {slug} 给多条内容，请逐条修改。',
  },
  'slug.taken': {
    en: 'The slug "{slug}" is taken. "{free}" is free.',
    'zh-Hans': '网址别名“{slug}”已被占用，“{free}”可以使用。',
  },
  'slug.too-long': {
    en: 'The slug is longer than 255 characters.',
    'zh-Hans': '网址别名最多 255 个字符。',
  },
  'type.none': {
    en: 'This content type has no permalinks.',
    'zh-Hans': '此内容类型没有网址。',
  },
} satisfies Readonly<Record<string, Message>>;

/** What the server says to editors. */
export const messages: Messages<keyof typeof all> = createMessages(all);
