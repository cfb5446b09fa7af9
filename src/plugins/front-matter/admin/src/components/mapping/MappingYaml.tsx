import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { useSay } from '../../hooks/words/useSay';

const FileText = React.lazy(() => import('../file/FileText'));

/** The settings in force as the file that would say the same, to be put into the archive. */
export const MappingYaml = ({ yaml }: { readonly yaml: string }) => {
  const say = useSay();
  const { copy } = useClipboard();
  const [isCopied, setCopied] = React.useState(false);
  React.useEffect(() => setCopied(false), [yaml]);
  const file = React.useMemo(
    () => ({ path: '.broadsheet.yml', text: yaml, encoding: 'utf-8', isCut: false }),
    [yaml]
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography textColor="neutral600">{say('mapping.yaml-hint')}</Typography>
      <React.Suspense fallback={<Typography role="status">{say('page.loading')}</Typography>}>
        <FileText file={file} line={null} column={null} />
      </React.Suspense>
      <div>
        <Button
          variant="tertiary"
          startIcon={<Duplicate />}
          onClick={() => void copy(yaml).then(setCopied)}
        >
          {say(isCopied ? 'origin.copied' : 'origin.copy')}
        </Button>
      </div>
    </Flex>
  );
};
