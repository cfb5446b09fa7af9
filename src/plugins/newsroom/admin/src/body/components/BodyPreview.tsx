import * as React from 'react';
import { useTheme } from 'styled-components';
import type { BodyLanguage } from '../../../../core/body-language';
import { previewPage } from '../preview/preview-page';
import { renderBody } from '../preview/render-body';
import { useBodyWords } from '../hooks/useBodyWords';

interface BodyPreviewProps {
  readonly source: string;
  readonly language: BodyLanguage;
  /** Where the site's files are. */
  readonly server: string;
}

/** Shows a body as it will be read, in a page of its own that runs nothing. */
export const BodyPreview = ({ source, language, server }: BodyPreviewProps) => {
  const say = useBodyWords();
  const { colors } = useTheme();
  const frame = React.useRef<HTMLIFrameElement>(null);
  /** How often its page was loaded: anew, when the panel has other colours. */
  const [loads, setLoads] = React.useState(0);
  const title = say('preview.title', 'Preview of the text');
  const page = previewPage(server, title, {
    text: colors.neutral800,
    background: colors.neutral0,
    link: colors.primary600,
    line: colors.neutral300,
  });
  const rendered = React.useMemo(() => renderBody(source, language), [source, language]);
  React.useEffect(() => {
    const body = frame.current?.contentDocument?.body;
    // Only what it shows is written anew, so that it stays where it was scrolled to.
    if (loads > 0 && body) body.innerHTML = rendered;
  }, [loads, rendered]);

  return (
    <iframe
      ref={frame}
      title={title}
      // It is of this origin only so that it can be written into: nothing in it may run.
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      srcDoc={page}
      onLoad={() => setLoads((last) => last + 1)}
    />
  );
};
