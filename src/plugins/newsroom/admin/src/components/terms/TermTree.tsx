import * as React from 'react';
import { Box, Flex, Link, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import {
  Layouts,
  Page,
  unstable_useDocumentLayout as useDocumentLayout,
} from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import type { TermList } from '../../../../server/src/panel/contract';
import { useAnswer } from 'strapi-plugin-kit/admin';
import { useSay } from '../../hooks/useSay';
import { PLUGIN_ID } from '../../plugin-id';
import { listAddress } from '../../terms/addresses';
import { buildTree, filterTree } from '../../terms/build-tree';
import { panelOptionsOf, type TermOptions } from '../../terms/panel-options';
import { TreeLevel } from './TreeRow';

const NO_TERMS: TermOptions = { name: 'name', isNested: false, posts: [] };

/** All terms of a type as a tree, with counts of their posts. */
export const TermTree = () => {
  const { uid = '' } = useParams<{ uid: string }>();
  const say = useSay();
  const { list } = useDocumentLayout(uid);
  const { data, error } = useAnswer<TermList>(`/${PLUGIN_ID}/terms/${uid}`);
  const [text, setText] = React.useState('');
  const tree = React.useMemo(() => buildTree(data?.terms ?? []), [data]);
  const nodes = React.useMemo(() => filterTree(tree, text), [tree, text]);
  const terms = panelOptionsOf(list.options).terms ?? NO_TERMS;
  const { formatMessage } = useIntl();
  const { displayName = '' } = list.settings;
  // As Strapi names types in its menu: an application may have translated them.
  const name = displayName && formatMessage({ id: displayName, defaultMessage: displayName });
  const title = say('tree.title', { name });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={data === null ? '' : say('tree.count', { count: data.terms.length })}
        navigationAction={
          <Link tag={NavLink} to={listAddress(uid)}>
            {say('tree.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <SearchForm onSubmit={(event) => event.preventDefault()}>
              <Searchbar
                name="find"
                value={text}
                clearLabel={say('terms.clear')}
                onClear={() => setText('')}
                onChange={(event) => setText(event.currentTarget.value)}
                placeholder={say('terms.find')}
              >
                {say('terms.find')}
              </Searchbar>
            </SearchForm>
            {data === null && (
              <Typography role="status">{error ?? say('terms.loading')}</Typography>
            )}
            {data?.isCut === true && <Typography role="status">{say('tree.cut')}</Typography>}
            {data !== null && nodes.length === 0 && (
              <Typography role="status">{say('terms.none-found')}</Typography>
            )}
            <TreeLevel uid={uid} nodes={nodes} terms={terms} label={title} />
          </Flex>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
};
