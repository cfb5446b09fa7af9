import { quoted } from '../words';

const NAME = 'varchar(255) character set utf8mb4 collate utf8mb4_bin not null';

const COLUMNS = `uid ${NAME}, document_id ${NAME}, locale ${NAME},
  kind varchar(7) character set ascii collate ascii_bin not null`;

export const logTables = (prefix: string): readonly string[] => [
  `create table if not exists ${quoted(`${prefix}log`)} (
    id bigint not null auto_increment primary key, ${COLUMNS}, at bigint not null,
    inbox_id bigint not null
  ) engine = InnoDB`,
  `create table if not exists ${quoted(`${prefix}log_inbox`)} (
    id bigint not null auto_increment primary key, ${COLUMNS}, at bigint not null
  ) engine = InnoDB`,
];
