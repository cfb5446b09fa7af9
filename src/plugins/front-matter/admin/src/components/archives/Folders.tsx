import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { Folder } from '@strapi/icons';
import type { FolderList } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/words/useSay';

interface FoldersProps {
  /** Null as long as the server is asked. */
  readonly list: FolderList | null;
  readonly error: string | null;
  readonly onOpen: (path: string) => void;
}

/** The folders in a folder, each to be opened. */
export const Folders = ({ list, error, onOpen }: FoldersProps) => {
  const say = useSay();
  return (
    <Box minHeight="20rem">
      <Typography role="status" textColor={error === null ? 'neutral600' : 'danger600'}>
        {list === null && (error ?? say('page.loading'))}
        {list?.folders.length === 0 && say('folder.none')}
        {list?.isCut === true && say('folder.cut')}
      </Typography>
      {list !== null && list.folders.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
          {list.folders.map(({ path, name }) => (
            <li key={path}>
              <TextButton startIcon={<Folder aria-hidden />} onClick={() => onOpen(path)}>
                {name}
              </TextButton>
            </li>
          ))}
        </Flex>
      )}
    </Box>
  );
};
