import { Link } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useSay } from '../../hooks/words/useSay';
import { ARCHIVES_PAGE } from '../../requests/addresses';

interface WaitingProps {
  /** Why there is nothing to show; null as long as the server is asked. */
  readonly error: string | null;
  /** Whether there is a way back to the list of archives. */
  readonly hasWayBack?: boolean;
}

/** A page that has nothing to show yet, or will not have. */
export const Waiting = ({ error, hasWayBack = false }: WaitingProps) => {
  const say = useSay();
  if (error === null) return <Page.Loading>{say('page.loading')}</Page.Loading>;
  return (
    <Page.Error
      content={error}
      action={
        hasWayBack && (
          <Link tag={NavLink} to={ARCHIVES_PAGE} end>
            {say('page.back')}
          </Link>
        )
      }
    />
  );
};
