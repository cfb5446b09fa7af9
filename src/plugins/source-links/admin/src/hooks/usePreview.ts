import * as React from 'react';
import { useIntl } from 'react-intl';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { Preview, PreviewRequest } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** Which document a form is about; nobody's until it has been saved. */
type Target = Pick<PreviewRequest, 'contentType' | 'documentId' | 'locale'>;

/** A document's source, as a form or the database holds it. */
type FormSource = PreviewRequest['stored'];

/** Asks after nobody has typed for so long, in milliseconds. */
const PAUSE = 300;

/** What saving the form as it stands would keep; null as long as the server has not said. */
export function usePreview(target: Target, asked: FormSource, stored: FormSource): Preview | null {
  const { post } = useFetchClient();
  const { locale: language } = useIntl();
  const [preview, setPreview] = React.useState<Preview | null>(null);
  const request: PreviewRequest = { ...target, ...asked, stored, language };
  const question = JSON.stringify(request);

  React.useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      try {
        const { data } = await post<Answer<Preview>>(`/${PLUGIN_ID}/preview`, JSON.parse(question));
        if (isCurrent) setPreview(data.data);
      } catch {
        // The form works without a preview; saving says what is wrong.
        if (isCurrent) setPreview(null);
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [post, question]);

  return preview;
}
