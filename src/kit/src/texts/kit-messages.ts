import { createMessages } from './messages';

/** What this package says to people. */
export const messages = createMessages({
  'document.gone': {
    en: 'The document has been deleted or unpublished by somebody else. Reload the page.',
    'zh-Hans': '此内容已被他人删除或取消发布。请重新载入页面。',
  },
  'document.no-published': {
    en: 'The document has no published version to go back to. It has been unpublished or deleted.',
    'zh-Hans': '此内容没有可以恢复的已发布版本：它已被取消发布或删除。',
  },
  'document.reference-gone': {
    en: 'Something that the document refers to was deleted at the same time. Reload it and try again.',
    'zh-Hans': '此内容所引用的内容刚刚被删除。请重新载入后再试。',
  },
  'form.broken': {
    en: 'The form cannot be read.',
    'zh-Hans': '无法读取此表单。',
  },
  'request.too-slow': {
    en: 'This took the database too long. Ask for less, or filter by fewer conditions.',
    'zh-Hans': '数据库用时过长。请减少所请求的内容，或减少筛选条件。',
  },
  'search.too-long': {
    en: '"_q" may have {most} characters.',
    'zh-Hans': '搜索的文字最多 {most} 个字符。',
  },
  'search.underscores': {
    en: '"_q" may have 5 underscores.',
    'zh-Hans': '搜索的文字最多含 5 个下划线。',
  },
  'filter.too-long': {
    en: 'A value in a filter may have {most} characters.',
    'zh-Hans': '筛选的值最多 {most} 个字符。',
  },
  'text.deep': {
    en: 'What is sent may be {depth} levels deep.',
    'zh-Hans': '所发送的内容最多嵌套 {depth} 层。',
  },
  'text.nul': {
    en: 'Text with a NUL character cannot be stored. Remove it.',
    'zh-Hans': '含有 NUL 字符的文字无法保存，请将其删去。',
  },
  'text.surrogate': {
    en: 'Text with half of a surrogate pair cannot be stored. Remove the broken character.',
    'zh-Hans': '含有残缺字符（半个代理对）的文字无法保存，请将其删去。',
  },
  'value.big-number': {
    en: '"{name}" is a number of at most 64 bits: {value} is none.',
    'zh-Hans': '“{name}”应为不超过 64 位的整数，而不是 {value}。',
  },
  'value.integer': {
    en: '"{name}" is a whole number: {value} is none.',
    'zh-Hans': '“{name}”应为整数，而不是 {value}。',
  },
  'value.integer-range': {
    en: '"{name}" lies between -2147483647 and 2147483647: {value} is none.',
    'zh-Hans': '“{name}”应在 -2147483647 与 2147483647 之间，而不是 {value}。',
  },
  'value.number': {
    en: '"{name}" is a number: {value} is none.',
    'zh-Hans': '“{name}”应为数字，而不是 {value}。',
  },
  'value.years': {
    en: '"{name}" is a date of the years 1 to 9999, as 2022-02-17: {value} is none.',
    'zh-Hans': '“{name}”应为公元 1 至 9999 年的日期，如 2022-02-17，而不是 {value}。',
  },
  'value.date': {
    en: 'A date or a time is none. Write 2022-02-17, 08:35:15 or both in ISO 8601.',
    'zh-Hans':
      '有一项不是日期或时间。请写成 2022-02-17、08:35:15，或按 ISO 8601 同时写日期和时间。',
  },
  'value.wrong': {
    en: 'A value cannot be compared with or stored in its attribute. Check what kind of value it takes.',
    'zh-Hans': '有一个值无法保存到其字段中，或无法与之比较。请检查该字段接受哪种值。',
  },
});
