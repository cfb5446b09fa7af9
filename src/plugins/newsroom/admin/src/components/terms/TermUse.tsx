import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { TermUsage } from '../../../../server/src/panel/contract';
import { useSay } from '../../hooks/useSay';
import { documentsAddress } from '../../terms/addresses';
import type { TermOptions } from '../../terms/panel-options';

interface TermUseProps {
  /** The name of the term. */
  readonly name: string;
  readonly usage: TermUsage;
  readonly terms: TermOptions;
}

/** Says how many documents have a term and what stands under it, and leads to them. */
export const TermUse = ({ name, usage, terms }: TermUseProps) => {
  const say = useSay();
  const { drafts, published, children } = usage;
  const count = Math.max(drafts, published);

  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography>{say('terms.used', { count, published })}</Typography>
      {children > 0 && <Typography>{say('terms.children', { count: children })}</Typography>}
      {count > 0 &&
        terms.posts.map((relation) => (
          <Link
            key={`${relation.uid} ${relation.attribute}`}
            tag={NavLink}
            to={documentsAddress(relation, { attribute: terms.name, name })}
          >
            {say('terms.show-posts')}
          </Link>
        ))}
    </Flex>
  );
};
