import * as React from 'react';
import type { useField } from '@strapi/strapi/admin';
import type { Answered } from './useSuggestion';

interface Following {
  readonly name: string;
  readonly title: { readonly value: unknown; readonly initialValue: unknown };
  readonly slug: ReturnType<typeof useField<string | null>>;
  /** What the title makes; null until the server has answered for the title that is there now. */
  readonly made: Answered | null;
  /** Whether somebody has written the slug by hand. */
  readonly edited: boolean;
}

/**
 * Has a slug follow its title in a form. While the server has not answered for what is typed, the
 * form holds the slug that is stored, or none: whoever saves then has not asked for a slug, and the
 * server makes it from the title as it is, not as it was.
 *
 * @returns what to show in the place of the slug meanwhile; null when the form's own is to be shown.
 */
export function useFollowedTitle(following: Following): string | null {
  const { name, title, slug, made, edited } = following;
  const last = React.useRef(made);
  if (made !== null) last.current = made;
  const follows = !edited && title.value !== title.initialValue && last.current?.follows !== false;

  const hasFollowed = React.useRef(false);
  const form = React.useRef(slug);
  form.current = slug;
  React.useEffect(() => {
    const { onChange, initialValue } = form.current;
    if (follows) onChange(name, made?.slug ?? initialValue ?? null);
    else if (hasFollowed.current && !edited) onChange(name, initialValue ?? null);
    hasFollowed.current = follows;
  }, [follows, edited, made, name]);

  return follows && made === null && last.current !== null ? last.current.slug : null;
}
