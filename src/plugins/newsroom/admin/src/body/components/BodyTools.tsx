import * as React from 'react';
import { Box } from '@strapi/design-system';
import {
  ArrowClockwise,
  Bold,
  BulletList,
  Code,
  Collapse,
  Expand,
  Eye,
  HeadingThree,
  HeadingTwo,
  Image,
  Italic,
  Link,
  NumberList,
  Quotes,
  Search,
} from '@strapi/icons';
import type { Format } from '../core/edits/commands';
import { useBodyWords } from '../hooks/useBodyWords';
import { Toolbar } from './Toolbar';
import { ToolButton } from './ToolButton';

/** What the buttons do. */
export interface BodyCommands {
  format(format: Format): void;
  link(): void;
  image(): void;
  undo(): void;
  redo(): void;
  find(): void;
  preview(): void;
  fullScreen(): void;
}

interface BodyToolsProps {
  readonly commands: BodyCommands;
  /** The id of what they work on. */
  readonly controls: string;
  /** What the selection is formatted as. */
  readonly formats: readonly Format[];
  readonly isDisabled: boolean;
  readonly hasMedia: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isPreviewed: boolean;
  readonly isFullScreen: boolean;
}

const FORMATS = [
  ['bold', 'Bold', Bold],
  ['italic', 'Italic', Italic],
  ['heading2', 'Heading', HeadingTwo],
  ['heading3', 'Subheading', HeadingThree],
  ['quote', 'Quotation', Quotes],
  ['bullets', 'Bulleted list', BulletList],
  ['numbers', 'Numbered list', NumberList],
  ['code', 'Code', Code],
] as const;

const Gap = () => <Box width="1px" margin={1} background="neutral200" aria-hidden />;

/** All that can be done to a body by a button. */
export const BodyTools = React.memo((props: BodyToolsProps) => {
  const { commands, controls, formats, isDisabled, isPreviewed, isFullScreen } = props;
  const say = useBodyWords();

  return (
    <Toolbar label={say('tools', 'Formatting')} controls={controls}>
      {FORMATS.map(([format, name, Icon]) => (
        <ToolButton
          key={format}
          label={say(`format.${format}`, name)}
          isPressed={formats.includes(format)}
          disabled={isDisabled}
          onClick={() => commands.format(format)}
        >
          <Icon />
        </ToolButton>
      ))}
      <ToolButton label={say('link', 'Link')} disabled={isDisabled} onClick={() => commands.link()}>
        <Link />
      </ToolButton>
      {props.hasMedia && (
        <ToolButton
          label={say('image', 'Image or file from the media library')}
          disabled={isDisabled}
          onClick={() => commands.image()}
        >
          <Image />
        </ToolButton>
      )}
      <Gap />
      <ToolButton
        label={say('undo', 'Undo')}
        disabled={isDisabled || !props.canUndo}
        onClick={() => commands.undo()}
      >
        <ArrowClockwise style={{ transform: 'scaleX(-1)' }} />
      </ToolButton>
      <ToolButton
        label={say('redo', 'Redo')}
        disabled={isDisabled || !props.canRedo}
        onClick={() => commands.redo()}
      >
        <ArrowClockwise />
      </ToolButton>
      <ToolButton label={say('find', 'Find and replace')} onClick={() => commands.find()}>
        <Search />
      </ToolButton>
      <Gap />
      <ToolButton
        label={say('preview', 'Preview')}
        isPressed={isPreviewed}
        onClick={() => commands.preview()}
      >
        <Eye />
      </ToolButton>
      <ToolButton
        label={say('fullScreen', 'Full screen')}
        isPressed={isFullScreen}
        onClick={() => commands.fullScreen()}
      >
        {isFullScreen ? <Collapse /> : <Expand />}
      </ToolButton>
    </Toolbar>
  );
});
BodyTools.displayName = 'BodyTools';
