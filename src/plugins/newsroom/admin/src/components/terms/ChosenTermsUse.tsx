import { Box, Flex, Typography } from '@strapi/design-system';
import type { TermList } from '../../../../server/src/panel/contract';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';

interface ChosenTermsUseProps {
  readonly uid: string;
  readonly documentIds: readonly string[];
}

/** Says how many documents have each of the terms that are chosen in a list. */
export const ChosenTermsUse = ({ uid, documentIds }: ChosenTermsUseProps) => {
  const say = useSay();
  const { data, error } = useAnswer<TermList>(`/${PLUGIN_ID}/terms/${uid}`);
  if (data === null) return <Typography role="status">{error ?? say('terms.loading')}</Typography>;
  const used = data.terms
    .filter(({ documentId }) => documentIds.includes(documentId))
    .map(({ name, drafts, published }) => ({ name, count: Math.max(drafts, published) }))
    .filter(({ count }) => count > 0);
  if (used.length === 0) return <Typography>{say('terms.chosen-unused')}</Typography>;

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Box tag="ul">
        {used.map((term) => (
          <li key={term.name}>
            <Typography>{say('terms.chosen-used', term)}</Typography>
          </li>
        ))}
      </Box>
      <Typography variant="pi">{say('terms.chosen-hint')}</Typography>
    </Flex>
  );
};
