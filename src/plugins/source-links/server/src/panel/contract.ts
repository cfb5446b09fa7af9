/**
 * What the admin panel asks of this plugin and is answered. The types are shared by both sides: the
 * panel imports nothing else of the server.
 */
import type { FoundLink } from '../core/link-outcome';
import type { AskedSource, Source } from '../core/sources/reconcile-source';

/** What the panel is told of a served type, in its schema's `pluginOptions['source-links']`. */
export interface PanelOptions {
  readonly code: string;
  readonly url: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly providers: readonly string[];
}

/** `POST /source-links/preview`: a form as it stands. */
export interface PreviewRequest extends AskedSource {
  readonly contentType: string;
  /** The document, where it has been saved before. */
  readonly documentId?: string | null | undefined;
  readonly locale?: string | null | undefined;
  /** What the panel speaks. */
  readonly language?: string | null | undefined;
  readonly stored: AskedSource;
}

/** Another document that tells the same story. */
export interface PreviewTwin {
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string;
  readonly isPublished: boolean;
}

/** What saving a form would keep and what is known of its link and its story, or why it would be refused. */
export type Preview =
  | (Source & {
      readonly link: string | null;
      readonly found: FoundLink | null;
      readonly twins: readonly PreviewTwin[];
    })
  | { readonly problem: string };
