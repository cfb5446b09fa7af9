import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { fileSize } from '../../files/file-size';
import { ACCEPTED, uploadFault } from '../../files/upload-fault';
import { useSay } from '../../hooks/words/useSay';
import type { Upload } from '../../hooks/archives/useUpload';
import { LiveBox } from '../parts/live/LiveBox';
import { Note } from '../parts/Note';
import { UploadProgress } from './UploadProgress';

const Zone = styled(Flex)<{ readonly $isOver: boolean }>`
  border: 2px dashed
    ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral300)};
  background: ${({ theme, $isOver }) =>
    $isOver ? theme.colors.primary100 : theme.colors.neutral0};
  min-height: 18rem;
`;

interface DropZoneProps {
  readonly upload: Upload;
  /** How long a file may be, in bytes. */
  readonly most: number;
  /** The archive whose files are replaced; null for a new one. */
  readonly archive: string | null;
  /** What else can be done here. */
  readonly children?: React.ReactNode;
}

/** Where an archive's file is dropped, or chosen. */
export const DropZone = ({ upload, most, archive, children }: DropZoneProps) => {
  const say = useSay();
  const { formatNumber } = useIntl();
  const input = React.useRef<HTMLInputElement>(null);
  const [isOver, setOver] = React.useState(false);
  const sizeText = (bytes: number): string => {
    const { value, unit } = fileSize(bytes);
    return formatNumber(value, { style: 'unit', unit, maximumFractionDigits: 1 });
  };
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file === undefined || upload.file !== null) return;
    if ((files?.length ?? 0) > 1) return upload.fail(say('upload.several'));
    const fault = uploadFault(file, most);
    if (fault === null) return void upload.start(file, archive);
    upload.fail(say(`upload.wrong-${fault}`, { name: file.name, most: sizeText(most) }));
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Zone
        $isOver={isOver}
        direction="column"
        justifyContent="center"
        gap={3}
        padding={6}
        hasRadius
        onDragOver={(event: React.DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: React.DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        {upload.file === null ? (
          <>
            <CloudUpload width="4rem" height="4rem" fill="primary600" aria-hidden />
            <Typography textAlign="center">{say('upload.drop')}</Typography>
            <Flex gap={2} wrap="wrap" justifyContent="center">
              <Button onClick={() => input.current?.click()}>{say('upload.choose')}</Button>
              {children}
            </Flex>
            <Typography variant="pi" textColor="neutral600" textAlign="center">
              {say('upload.hint', { most: sizeText(most) })}
            </Typography>
          </>
        ) : (
          <UploadProgress
            name={upload.file.name}
            sent={upload.sent}
            total={upload.file.size}
            sizeText={sizeText}
            onCancel={upload.cancel}
          />
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={say('upload.choose')}
          onChange={({ target }) => {
            take(target.files);
            // The same file can be chosen again.
            target.value = '';
          }}
        />
      </Zone>
      <LiveBox role="alert">
        {upload.error !== null && <Note kind="danger">{upload.error}</Note>}
      </LiveBox>
    </Flex>
  );
};
