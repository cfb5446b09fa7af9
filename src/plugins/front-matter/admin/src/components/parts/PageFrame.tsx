import type * as React from 'react';
import { Flex, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useSay } from '../../hooks/words/useSay';
import { ARCHIVES_PAGE } from '../../requests/addresses';

interface PageFrameProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Whether there is a way back to the list of archives. */
  readonly hasWayBack?: boolean;
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** A page with its heading. */
export const PageFrame = (props: PageFrameProps) => {
  const { title, subtitle = '', hasWayBack = false, actions, children } = props;
  const say = useSay();
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={subtitle}
        primaryAction={actions}
        navigationAction={
          hasWayBack && (
            <Link tag={NavLink} to={ARCHIVES_PAGE} end startIcon={<ArrowLeft aria-hidden />}>
              {say('page.back')}
            </Link>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {children}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
