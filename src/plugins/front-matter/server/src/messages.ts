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
  'archive.not-allowed': {
    en: '"{folder}" is not there any more, or not below a folder of the server that may be picked from ("archives.roots"). Have it allowed again by whoever runs the server, or remove the archive.',
    'zh-Hans':
      '“{folder}”已不存在，或不在服务器允许选择的文件夹（“archives.roots”）之内。请服务器管理员重新允许，或移除此归档。',
  },
  'archive.unreadable': {
    en: '"{name}" cannot be read as its settings say: {reason}',
    'zh-Hans': '无法按设置读取“{name}”：{reason}',
  },
  'conflict.none': {
    en: 'This conflict is not there any more.',
    'zh-Hans': '此冲突已不存在。',
  },
  'conflict.none-at-all': {
    en: '"{name}" has no conflicts.',
    'zh-Hans': '“{name}”没有冲突。',
  },
  'correction.changed': {
    en: '"{path}" has changed since it was opened, so that nothing was saved. Open it again.',
    'zh-Hans': '“{path}”在打开之后已被更改，因此未保存。请重新打开。',
  },
  'correction.none': {
    en: 'There is no correction of this file any more.',
    'zh-Hans': '此文件的更正已不存在。',
  },
  'correction.nul': {
    en: 'The text holds NUL characters, which no database keeps. Take them out.',
    'zh-Hans': '文本中含有数据库无法保存的 NUL 字符，请将其删除。',
  },
  'correction.too-long': {
    en: 'The text is longer than the {most} KiB that a correction may have. Correct the file itself.',
    'zh-Hans': '文本超过更正上限 {most} KiB，请直接修改文件本身。',
  },
  'correction.wrong': {
    en: 'This correction cannot be used: {reason}.',
    'zh-Hans': '无法使用此更正：{reason}。',
  },
  'desk.busy': {
    en: 'Too many files are being read just now. Try again in a moment.',
    'zh-Hans': '当前正在读取的文件过多，请稍后重试。',
  },
  'desk.too-long': {
    en: 'Reading this took too long, and was given up.',
    'zh-Hans': '读取耗时过长，已放弃。',
  },
  'desk.unopened': {
    en: 'The archive cannot be opened: {reason}',
    'zh-Hans': '无法打开归档：{reason}',
  },
  'file.none': {
    en: 'The archive has no file "{path}" that can be shown.',
    'zh-Hans': '归档中没有可显示的文件“{path}”。',
  },
  'folder.none': {
    en: '"{folder}" is none of the folders that may be picked.',
    'zh-Hans': '“{folder}”不在可选的文件夹之内。',
  },
  'mapping.changed': {
    en: 'Somebody else has saved the mapping meanwhile. Reload the page, and change theirs.',
    'zh-Hans': '其他人已在此期间保存了映射。请重新加载页面，在其基础上修改。',
  },
  'mapping.wrong': {
    en: 'The mapping was not saved. {reason}',
    'zh-Hans': '映射未保存。{reason}',
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
  'upload.crowded': {
    en: 'There are {most} uploads being received already. Wait until one of them is done, and upload it again.',
    'zh-Hans': '正在接收 {most} 个上传文件。请等待其中一个完成后重新上传。',
  },
  'upload.disk-full': {
    en: 'The disk of the server is full. Have some space freed, and upload it again.',
    'zh-Hans': '服务器磁盘已满。请释放空间后重新上传。',
  },
  'upload.no-archive': {
    en: 'The file is neither a zip nor a tar.gz. Pack the folder with the posts as one of these.',
    'zh-Hans': '该文件既不是 zip 也不是 tar.gz。请将文章所在文件夹打包为其中一种格式。',
  },
  'upload.not-unpacked': {
    en: 'It could not be unpacked ({reason}). Upload it again; if that does not help, ask whoever runs the server.',
    'zh-Hans': '无法解压（{reason}）。请重新上传；如仍无法解决，请联系服务器管理员。',
  },
  'upload.not-newer': {
    en: 'It is no newer version of this archive: {reason}',
    'zh-Hans': '它不是该归档的新版本：{reason}',
  },
  'upload.too-big': {
    en: 'The file has more than the {most} MiB that an upload may have. Leave out what is no text, or have the limit raised.',
    'zh-Hans': '文件超过上传上限 {most} MiB。请去除非文本内容，或请管理员提高上限。',
  },
} satisfies Readonly<Record<string, Message>>;

/** What this plugin says to people in the panel. */
export const messages: Messages<keyof typeof all> = createMessages(all);
