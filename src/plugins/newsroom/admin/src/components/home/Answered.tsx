import type * as React from 'react';
import { Widget } from '@strapi/strapi/admin';
import type { Asked } from 'strapi-plugin-kit/admin';

interface AnsweredProps<Data> {
  readonly asked: Asked<Data>;
  /** Whether there is nothing to show, and what is said then. */
  readonly isEmpty: (data: Data) => boolean;
  readonly none: string;
  readonly children: (data: Data) => React.ReactNode;
}

/** What the server has answered to a widget, or why there is nothing to show. */
export const Answered = <Data,>({ asked, isEmpty, none, children }: AnsweredProps<Data>) => {
  const { data, error, isForbidden } = asked;
  if (isForbidden) return <Widget.NoPermissions />;
  if (error !== null) return <Widget.Error>{error}</Widget.Error>;
  if (data === null) return <Widget.Loading />;
  return isEmpty(data) ? <Widget.NoData>{none}</Widget.NoData> : children(data);
};
