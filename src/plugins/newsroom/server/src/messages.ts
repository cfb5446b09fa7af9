import { createMessages, type Message, type Messages } from 'strapi-plugin-kit/texts';

const all = {
  'document.failed': {
    en: 'The server failed. Try again.',
    'zh-Hans': '服务器出错，请重试。',
  },
  'document.gone': {
    en: 'It has been deleted by somebody else.',
    'zh-Hans': '它已被他人删除。',
  },
  'document.may-not': {
    en: 'Your role may not change this document.',
    'zh-Hans': '您的角色无权修改此文档。',
  },
  'document.no-terms': {
    en: '"{attribute}" has no terms.',
    'zh-Hans': '“{attribute}”没有可选的分类或标签。',
  },
  'document.too-many': {
    en: 'Send documents, {most} at most, and what is to be done with them.',
    'zh-Hans': '请发送文档（最多 {most} 篇）以及要进行的操作。',
  },
  'home.bounds': {
    en: 'Send "bounds": {count} instants with commas between them, each up to 48 hours after the one before.',
    'zh-Hans': '请发送“bounds”：{count} 个以逗号分隔的时刻，每个比前一个晚，且不超过 48 小时。',
  },
  no: { en: 'No', 'zh-Hans': '否' },
  'preview.cut': {
    en: 'The text goes on: it is too long to be shown here in full.',
    'zh-Hans': '正文过长，此处只显示了一部分。',
  },
  'preview.draft.draft': { en: 'Draft, not published', 'zh-Hans': '草稿，尚未发布' },
  'preview.draft.modified': {
    en: 'Draft, changed since it was published',
    'zh-Hans': '草稿，发布后有修改',
  },
  'preview.draft.published': { en: 'Published', 'zh-Hans': '已发布' },
  'preview.ended': { en: 'This link has ended', 'zh-Hans': '此链接已失效' },
  'preview.ended.next': {
    en: 'Links to previews can be opened for some days only, and only while the person who made them may see the document. Ask for a new one.',
    'zh-Hans': '预览链接只在数天内有效，且生成链接的人须仍有权查看该文档。请向对方索取新的链接。',
  },
  'preview.ends-after': { en: '.', 'zh-Hans': '前打开此页面。' },
  'preview.ends-before': {
    en: 'Whoever has its address can open this page until ',
    'zh-Hans': '任何持有此网址的人都可在',
  },
  'preview.gone': { en: 'This document is gone', 'zh-Hans': '此文档已不存在' },
  'preview.gone.next': {
    en: 'It was deleted, or is not published any more. Ask whoever sent you the link.',
    'zh-Hans': '它已被删除或已取消发布。请询问发送链接的人。',
  },
  'preview.more': { en: 'more', 'zh-Hans': '更多' },
  'preview.page-title': { en: '{title} · Preview', 'zh-Hans': '{title} · 预览' },
  'preview.published.draft': { en: 'Published', 'zh-Hans': '已发布' },
  'preview.published.modified': {
    en: 'As it is published; its draft has changes',
    'zh-Hans': '已发布的版本，草稿有修改',
  },
  'preview.published.published': { en: 'Published', 'zh-Hans': '已发布' },
  'preview.request': {
    en: 'Send { "locale": "en", "status": "draft" } or "published".',
    'zh-Hans': '请发送 { "locale": "zh", "status": "draft" } 或 "published"。',
  },
  'preview.saved': {
    en: 'This page shows the document as it was last saved. What is typed and not saved is not in it.',
    'zh-Hans': '此页面显示文档最后一次保存的内容，不包括尚未保存的修改。',
  },
  'preview.unknown': { en: 'There is no such preview', 'zh-Hans': '没有此预览' },
  'preview.unknown.next': {
    en: 'The address is not complete, or not right. Ask for the link again, and copy all of it.',
    'zh-Hans': '网址不完整或不正确。请重新索取链接，并完整复制。',
  },
  'preview.untitled': { en: 'Without a title', 'zh-Hans': '无标题' },
  'save.conflict': {
    en: 'Somebody else has changed this meanwhile.',
    'zh-Hans': '有人同时修改了此处。',
  },
  'save.conflicts': {
    en: 'Somebody else has changed the same fields meanwhile. Nothing was saved.',
    'zh-Hans': '有人同时修改了相同的字段，未保存任何内容。',
  },
  'save.no-reading': {
    en: 'The header "{header}" is no reading of a document.',
    'zh-Hans': '请求头“{header}”无法读取。',
  },
  'schedule.failed': {
    en: 'The server failed. Set a time again.',
    'zh-Hans': '服务器出错，请重新设置时间。',
  },
  'schedule.may-not-now': {
    en: 'Whoever scheduled it may not publish it any more.',
    'zh-Hans': '设置定时的人已无权发布。',
  },
  'schedule.nothing-published': {
    en: 'It is not published, and not going to be: there is nothing to unpublish.',
    'zh-Hans': '此文档尚未发布，也没有定时发布，无法定时取消发布。',
  },
  'schedule.order': {
    en: 'It has to be later than the time of publishing.',
    'zh-Hans': '取消发布的时间必须晚于发布时间。',
  },
  'schedule.past': {
    en: 'This time has passed. Choose a later one, or publish now.',
    'zh-Hans': '这个时间已经过去。请选择更晚的时间，或立即发布。',
  },
  'schedule.range': {
    en: 'Send "from" and "to" as times with their zones, "failed" as true or false, and "limit" as a number from 1 to 1000.',
    'zh-Hans':
      '请以带时区的时间发送“from”和“to”，“failed”为 true 或 false，“limit”为 1 到 1000 的数字。',
  },
  'schedule.times': {
    en: 'Send "publish" and "unpublish", each a time with its zone, or null.',
    'zh-Hans': '请发送“publish”和“unpublish”，各为带时区的时间或 null。',
  },
  'schedule.user-gone': {
    en: 'Whoever scheduled it has no access to the panel any more.',
    'zh-Hans': '设置定时的人已不能登录后台。',
  },
  'term.gone': {
    en: 'It has been deleted or merged by somebody else.',
    'zh-Hans': '它已被他人删除或合并。',
  },
  'term.into': {
    en: '"into" has to be the id of a term.',
    'zh-Hans': '“into”必须是一个条目的 ID。',
  },
  'term.may-not-merge': {
    en: 'Your role may not change all of its documents.',
    'zh-Hans': '您的角色无权修改它的所有文档。',
  },
  'term.missing': {
    en: 'A term is not there any more. Reload the page.',
    'zh-Hans': '有一个条目已不存在。请重新载入页面。',
  },
  'term.name-taken': {
    en: 'There is one of this name already.',
    'zh-Hans': '已经有同名的条目。',
  },
  'term.no-counterpart': {
    en: 'The other one is not there in every language, or not published. Translate or publish it first.',
    'zh-Hans': '另一个条目缺少某种语言的版本或尚未发布。请先翻译或发布。',
  },
  'term.own-ancestor': {
    en: 'It cannot stand under itself, nor under what stands below it.',
    'zh-Hans': '不能放在它自己之下，也不能放在它的下级之下。',
  },
  'term.same': {
    en: 'A term cannot be merged into itself.',
    'zh-Hans': '不能合并到自己。',
  },
  yes: { en: 'Yes', 'zh-Hans': '是' },
} satisfies Readonly<Record<string, Message>>;

/** What the server says to editors. */
export const messages: Messages<keyof typeof all> = createMessages(all);
