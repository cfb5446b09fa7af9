import type { Message } from 'strapi-plugin-kit/texts';

import { type RefusalKey, REFUSALS } from '../../boxes/refusals';

const CHINESE: Readonly<Record<RefusalKey, string>> = {
  'not-archive': '该文件既不是 zip 也不是 tar.gz。请将归档所在文件夹打包为其中一种格式。',
  'not-tar': '该文件是 gzip，但其中不是 tar。请将归档所在文件夹打包为 tar.gz 或 zip。',
  empty: '归档中没有文件。请打包网站所在的文件夹。',
  'too-many':
    '归档中的文件和文件夹超过解压上限 {most} 个，从 {name} 开始超出。请去除非文章内容，或拆分归档。',
  'file-too-big': '{name} 超过单个文件上限 {most} 字节。请去除该文件并重新打包。',
  'too-big': '归档解压后超过上限 {most} 字节，在 {name} 处超出。请去除非文章内容，或拆分归档。',
  ratio:
    '归档解压后超过自身大小的 {most} 倍，文字和图片的归档不会如此；在 {name} 处超出。请去除其中内容并重新打包。',
  'path-empty': '{name} 的名称为空。请重命名或删除，并重新打包。',
  'path-control': '{name} 的名称含有控制字符。请重命名或删除，并重新打包。',
  'path-root': '{name} 的路径不是从归档开始，而是从磁盘根目录开始。请重命名或删除，并重新打包。',
  'path-out': '{name} 通过“..”指向归档之外。请重命名或删除，并重新打包。',
  'path-part': '{name} 中有名称超过 {most} 字节。请重命名或删除，并重新打包。',
  'path-long': '{name} 的路径超过 {most} 字节。请重命名或删除，并重新打包。',
  'path-nameless': '{name} 是没有名称的文件。请删除并重新打包。',
  'path-disk': '{name} 超过此磁盘允许的名称长度。请重命名并重新打包。',
  'path-encoding': '{name} 的名称不是 UTF-8。请重命名，或将归档打包为 zip。',
  link: '{name} 是链接，链接不会被解压。请换成文件本身或删除，并重新打包。',
  special: '{name} 既不是普通文件也不是文件夹（设备、管道或稀疏文件）。请删除并重新打包。',
  encrypted: '{name} 已加密。请在不设密码的情况下重新打包。',
  packing: '{name} 的压缩方式无法在此读取。请重新打包为普通 zip（“Deflate”）或 tar.gz。',
  doubled: '{name} 在归档中出现两次。请重命名或删除其中一个，并重新打包。',
  'doubled-kind': '{name} 在归档中既是文件又是文件夹。请重命名或删除其中一个，并重新打包。',
  'doubled-disk':
    '在此磁盘上，{name} 与另一个文件或文件夹同名。请重命名或删除其中一个，并重新打包。',
  'broken-zip': 'zip 已损坏或不完整（{reason}）。请重新打包并重新上传。',
  'broken-tar': 'tar 已损坏或不完整（{reason}）。请重新打包并重新上传。',
  'broken-tar-from': 'tar 从 {name} 起已损坏或不完整（{reason}）。请重新打包并重新上传。',
  'broken-file': '{name} 已损坏或不完整（{reason}）。请重新打包并重新上传。',
  'zip-more': 'zip 声明有 {count} 个条目，实际更多。请改为打包成 tar.gz。',
  'tar-headers': 'tar 中的头信息或零字节远多于文件。请重新打包并重新上传。',
  'tar-headers-from': 'tar 从 {name} 起，头信息或零字节远多于文件。请重新打包并重新上传。',
};

const named = Object.entries(REFUSALS).map(([key, [, en]]): readonly [RefusalKey, Message] => {
  const name = key as RefusalKey;
  return [name, { en, 'zh-Hans': CHINESE[name] }];
});

/** Why a box is refused, in the panel's languages. */
export const BOX_TEXTS = Object.fromEntries(named) as Readonly<Record<RefusalKey, Message>>;
