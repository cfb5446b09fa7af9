import * as React from 'react';
import { Badge, Box, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronRight } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { useSay } from '../../hooks/useSay';
import { documentsAddress, formAddress } from '../../terms/addresses';
import type { TermNode } from '../../terms/build-tree';
import type { TermOptions } from '../../terms/panel-options';

interface TreeRowProps {
  readonly uid: string;
  readonly node: TermNode;
  readonly terms: TermOptions;
}

/** The terms of one level, each with its posts and those under it. */
export const TreeLevel = ({
  uid,
  nodes,
  terms,
  label,
}: Omit<TreeRowProps, 'node'> & {
  readonly nodes: readonly TermNode[];
  readonly label: string;
}) => (
  <Box tag="ul" aria-label={label} style={{ listStyle: 'none' }}>
    {nodes.map((node) => (
      <TreeRow key={node.term.documentId} uid={uid} node={node} terms={terms} />
    ))}
  </Box>
);

/** A term in the tree: it leads to its form and to its posts, and folds what stands under it. */
const TreeRow = ({ uid, node, terms }: TreeRowProps) => {
  const say = useSay();
  const [isOpen, setOpen] = React.useState(true);
  const { term, children, isInCircle } = node;
  const { documentId, name, drafts, published } = term;
  const count = Math.max(drafts, published);

  return (
    <li>
      <Flex gap={2} paddingTop={1} paddingBottom={1} minHeight="4rem">
        {children.length > 0 ? (
          <IconButton
            label={say(isOpen ? 'tree.fold' : 'tree.unfold', { name })}
            aria-expanded={isOpen}
            variant="ghost"
            size="S"
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown /> : <ChevronRight />}
          </IconButton>
        ) : (
          <Box width="3.2rem" flex="0 0 auto" />
        )}
        <Link tag={NavLink} to={formAddress(uid, documentId)} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Link>
        {isInCircle && <Badge>{say('tree.circle')}</Badge>}
        {terms.posts.slice(0, 1).map((relation) => (
          <Link
            key={relation.uid}
            tag={NavLink}
            to={documentsAddress(relation, { attribute: terms.name, name })}
            aria-label={say('tree.posts-of', { name, count, published })}
          >
            <Typography textColor="neutral600">
              {say('tree.posts', { count, published })}
            </Typography>
          </Link>
        ))}
      </Flex>
      {isOpen && children.length > 0 && (
        <Box paddingLeft={6}>
          <TreeLevel uid={uid} nodes={children} terms={terms} label={name} />
        </Box>
      )}
    </li>
  );
};
