import { LinkButton } from '@strapi/design-system';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import { useSay } from '../../hooks/useSay';
import { treeAddress } from '../../terms/addresses';
import { panelOptionsOf } from '../../terms/panel-options';

/** Leads from a list of nested terms to their tree. */
export const TreeButton = () => {
  const { slug = '' } = useParams<{ slug: string }>();
  const say = useSay();
  const { list } = useDocumentLayout(slug);
  if (panelOptionsOf(list.options).terms?.isNested !== true) return null;

  return (
    <LinkButton tag={NavLink} to={treeAddress(slug)} variant="tertiary" size="S">
      {say('tree.open')}
    </LinkButton>
  );
};
