import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { PreviewedPost } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { FileDialog } from '../file/FileDialog';
import { Subheading } from '../parts/Subheading';
import { PostCard } from './PostCard';

interface PreviewedPostsProps {
  readonly posts: readonly PreviewedPost[];
  /** The archive's key; null where its files cannot be read any more. */
  readonly archive: string | null;
}

/** The first posts of a preview as they will be. */
export const PreviewedPosts = ({ posts, archive }: PreviewedPostsProps) => {
  const say = useSay();
  const [opened, setOpened] = React.useState<string | null>(null);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Subheading>{say('posts.title')}</Subheading>
      <Typography textColor="neutral600">{say('posts.hint', { count: posts.length })}</Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {posts.map((post) => (
          <li key={post.path}>
            <PostCard post={post} onOpen={archive === null ? null : () => setOpened(post.path)} />
          </li>
        ))}
      </Flex>
      {archive !== null && opened !== null && (
        <FileDialog
          archive={archive}
          place={{ path: opened, line: null, column: null, message: null }}
          onClose={() => setOpened(null)}
        />
      )}
    </Flex>
  );
};
