import { createMessages, type Message, type Messages } from 'strapi-plugin-kit/texts';

const all = {
  'archive.busy': {
    en: '"{name}" is being worked on. Wait until that is done, or cancel it.',
    'zh-Hans': '“{name}”正在处理中。请等待完成，或先取消。',
  },
  'archive.none': { en: 'This archive is not there any more.', 'zh-Hans': '此归档已不存在。' },
  'archive.not-ready': {
    en: '"{name}" has no files yet, or none any more. Upload it again.',
    'zh-Hans': '“{name}”尚无文件或文件已不存在，请重新上传。',
  },
  'archive.not-uploaded': {
    en: '"{name}" is a folder of the server: put its newer version there.',
    'zh-Hans': '“{name}”是服务器上的文件夹，请将新版本放在那里。',
  },
  'archive.one-folder': {
    en: '"{folder}" is there already, as "{name}".',
    'zh-Hans': '“{folder}”已添加，名称为“{name}”。',
  },
  'file.none': {
    en: 'The archive has no file "{path}" that can be shown.',
    'zh-Hans': '归档中没有可显示的文件“{path}”。',
  },
  'folder.none': {
    en: '"{folder}" is none of the folders that may be picked.',
    'zh-Hans': '“{folder}”不在可选的文件夹之内。',
  },
  'name.given': {
    en: 'Give the archive a name of {most} characters at most.',
    'zh-Hans': '请为归档指定名称，最多 {most} 个字符。',
  },
  'options.wrong': {
    en: 'These options cannot be used: {reason}.',
    'zh-Hans': '无法使用这些选项：{reason}。',
  },
  'preview.busy': {
    en: 'A preview of "{name}" is being made. Wait until it is done, or cancel it.',
    'zh-Hans': '正在生成“{name}”的预览。请等待完成，或先取消。',
  },
  'run.busy': {
    en: 'Run {run} is at work, started by {by}. Wait until it is done.',
    'zh-Hans': '运行 {run} 正在进行，由 {by} 启动。请等待完成。',
  },
  'run.none': { en: 'There is no run {run}.', 'zh-Hans': '没有编号为 {run} 的运行。' },
  'run.undone': {
    en: 'Run {run} was undone by run {by} already.',
    'zh-Hans': '运行 {run} 已由运行 {by} 撤销。',
  },
  'task.none': { en: 'This task is not there any more.', 'zh-Hans': '此任务已不存在。' },
  'upload.broke-off': {
    en: 'The server ended while it was unpacked. Upload it again.',
    'zh-Hans': '解压过程中服务器已停止，请重新上传。',
  },
  'upload.busy': {
    en: 'There are {most} uploads being unpacked. Wait until one of them is done.',
    'zh-Hans': '已有 {most} 个上传文件正在解压，请等待其中一个完成。',
  },
  'upload.disk-full': {
    en: 'The disk of the server is full. Have some space freed, and upload it again.',
    'zh-Hans': '服务器磁盘已满。请释放空间后重新上传。',
  },
  'upload.no-archive': {
    en: 'The file is neither a zip nor a tar.gz. Pack the folder with the posts as one of these.',
    'zh-Hans': '该文件既不是 zip 也不是 tar.gz。请将文章所在文件夹打包为其中一种格式。',
  },
  'upload.too-big': {
    en: 'The file has more than the {most} MiB that an upload may have. Leave out what is no text, or have the limit raised.',
    'zh-Hans': '文件超过上传上限 {most} MiB。请去除非文本内容，或请管理员提高上限。',
  },
} satisfies Readonly<Record<string, Message>>;

/** What this plugin says to people in the panel. */
export const messages: Messages<keyof typeof all> = createMessages(all);
