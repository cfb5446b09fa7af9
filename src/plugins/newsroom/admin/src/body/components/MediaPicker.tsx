import * as React from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';
import type { BodyLanguage } from '../../../../core/body-language';
import { writtenImage, writtenLink, writtenText } from '../core/edits/written';
import { mediaAddress } from '../core/media-address';
import type { MediaFile } from '../core/media-file';
import { AltTextDialog } from './AltTextDialog';

/** What the upload plugin gives to others. */
type MediaLibrary = React.ComponentType<{
  readonly onClose: () => void;
  readonly onSelectAssets: (files: readonly MediaFile[]) => void;
}>;

/** The media library's own dialog; null where there is none. */
export const useMediaLibrary = (): MediaLibrary | null => {
  const components = useStrapiApp('NewsroomBody', (state) => state.components);
  return (components['media-library'] ?? null) as MediaLibrary | null;
};

interface MediaPickerProps {
  readonly library: MediaLibrary;
  readonly language: BodyLanguage;
  /** Where the site's files are. */
  readonly server: string;
  readonly onDone: (source: string) => void;
  readonly onClose: () => void;
  readonly onClosed: () => void;
}

const isImage = ({ mime }: MediaFile): boolean => mime.startsWith('image/');
const needsText = (file: MediaFile): boolean =>
  isImage(file) && (file.alternativeText ?? '').trim() === '';

/** Picks images and files from the media library, asks for the texts that images lack, and writes them as source. */
export const MediaPicker = (props: MediaPickerProps) => {
  const { library: Library, language, server, onDone, onClose, onClosed } = props;
  const [picked, setPicked] = React.useState<readonly MediaFile[] | null>(null);
  const write = (files: readonly MediaFile[], texts: readonly string[]): void => {
    const asked = files.filter(needsText);
    const sources = files.map((file) => {
      const address = mediaAddress(file.url, server);
      const alt = texts[asked.indexOf(file)] ?? file.alternativeText ?? '';
      return isImage(file)
        ? writtenImage(language, { address, alt: alt.trim() })
        : writtenLink(language, { address, label: writtenText(language, file.name) });
    });
    onDone(sources.join('\n'));
    onClose();
  };

  if (picked === null) {
    return (
      <Library
        onClose={() => {
          onClose();
          onClosed();
        }}
        onSelectAssets={(files) => {
          if (files.some(needsText)) setPicked(files);
          else {
            write(files, []);
            onClosed();
          }
        }}
      />
    );
  }
  return (
    <AltTextDialog
      images={picked.filter(needsText)}
      onClosed={onClosed}
      onDone={(texts) => write(picked, texts)}
      onCancel={onClose}
    />
  );
};
