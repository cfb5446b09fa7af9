import * as React from 'react';
import { useDebounce, useFetchClient, useForm } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { Suggestion, SuggestRequest } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** A suggestion, and what it answers. */
export interface Answered extends Suggestion {
  readonly asked: SuggestRequest;
}

const PAUSE = 250;

/**
 * Asks the server about a slug once one stops typing, and again once the form has been saved: what
 * was free is the document's then. Null until it has answered what is there now.
 */
export function useSuggestion(contentType: string, asked: SuggestRequest): Answered | null {
  const { post } = useFetchClient();
  const [answered, setAnswered] = React.useState<Answered | null>(null);
  const question = JSON.stringify(asked);
  const settled = useDebounce(question, PAUSE);
  const isSaving = useForm('useSuggestion', ({ isSubmitting }) => isSubmitting);

  React.useEffect(() => {
    if (isSaving) return undefined;
    let current = true;
    const body = JSON.parse(settled) as SuggestRequest;
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
  }, [contentType, post, settled, isSaving]);

  return answered !== null && JSON.stringify(answered.asked) === question ? answered : null;
}
