import { Badge, Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { PreviewedPost } from '../../../../server/src/panel/task-contract';
import { useSay } from '../../hooks/words/useSay';
import { Code } from '../parts/Code';
import { type Fact, Facts } from '../parts/Facts';
import { Fold } from '../parts/Fold';

const Beginning = styled(Code)`
  display: block;
  max-height: 6lh;
  overflow: hidden;
  padding: 0.8rem 0.8rem 0;
  border-bottom: 0.8rem solid ${({ theme }) => theme.colors.neutral100};
  box-sizing: content-box;
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

interface PostCardProps {
  readonly post: PreviewedPost;
  /** Shows its file; null where that cannot be read any more. */
  readonly onOpen: (() => void) | null;
}

/** A moment in the archive's zone, of which its address is made, with the name of the zone. */
const WITH_ZONE = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** A post as it will be. */
export const PostCard = ({ post, onOpen }: PostCardProps) => {
  const say = useSay();
  const { formatDate } = useIntl();
  const zone = post.timezone === undefined ? {} : { timeZone: post.timezone };
  const title = post.title ?? say('posts.untitled');
  const names = (all: readonly string[]): string => all.join(say('list.between')) || '–';
  const facts: readonly Fact[] = [
    {
      name: say('posts.date'),
      value: post.date === null ? '–' : formatDate(post.date, { ...WITH_ZONE, ...zone }),
    },
    { name: say('posts.address'), value: <Code>{post.url ?? post.slug ?? '–'}</Code> },
    { name: say('posts.categories'), value: names(post.categories) },
    { name: say('posts.tags'), value: names(post.tags) },
  ];

  return (
    <Box tag="article" borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={3} wrap="wrap" justifyContent="space-between">
          <Typography
            tag="h4"
            variant="omega"
            fontWeight="bold"
            style={{ overflowWrap: 'anywhere' }}
          >
            {title}
          </Typography>
          <Badge variant={post.isPublished ? 'success' : 'neutral'}>
            {say(post.isPublished ? 'posts.published' : 'posts.draft')}
          </Badge>
        </Flex>
        <Facts label={title} facts={facts} />
        {post.bodyStart !== '' && <Beginning>{post.bodyStart}</Beginning>}
        <Flex gap={6} alignItems="flex-start" wrap="wrap">
          <Fold title={say('posts.front-matter')}>
            <Beginning style={{ maxHeight: 'none' }}>
              {JSON.stringify(post.frontMatter, null, 2)}
            </Beginning>
          </Fold>
          {onOpen !== null && (
            <TextButton
              onClick={onOpen}
              aria-label={say('posts.open-file-of', { path: post.path })}
            >
              {say('posts.open-file')}
            </TextButton>
          )}
        </Flex>
      </Flex>
    </Box>
  );
};
