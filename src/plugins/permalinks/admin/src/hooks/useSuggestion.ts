import * as React from 'react';
import { useDebounce, useFetchClient } from '@strapi/strapi/admin';
import type { Answer, Suggestion } from '../api/answers';
import { PLUGIN_ID } from '../pluginId';

/** What a form holds of a document. */
export interface Asked {
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly slug: string;
  readonly title: string | null;
  readonly fallback: string | null;
}

/** A suggestion, and what it answers. */
export interface Answered extends Suggestion {
  readonly asked: Asked;
}

const PAUSE = 250;

/** Asks the server about a slug once one stops typing; null until it has answered what is there now. */
export function useSuggestion(contentType: string, asked: Asked): Answered | null {
  const { post } = useFetchClient();
  const [answered, setAnswered] = React.useState<Answered | null>(null);
  const question = JSON.stringify(asked);
  const settled = useDebounce(question, PAUSE);

  React.useEffect(() => {
    let current = true;
    const body = JSON.parse(settled) as Asked;
    post<Answer<Suggestion>>(`/${PLUGIN_ID}/suggest/${contentType}`, body).then(
      ({ data }) => {
        if (current) setAnswered({ ...data.data, asked: body });
      },
      // Saving says what is wrong; a form must not stop for a preview.
      () => {
        if (current) setAnswered(null);
      }
    );
    return () => {
      current = false;
    };
  }, [contentType, post, settled]);

  return answered !== null && JSON.stringify(answered.asked) === question ? answered : null;
}
