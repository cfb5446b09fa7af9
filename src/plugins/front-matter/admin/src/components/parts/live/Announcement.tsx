import { VisuallyHidden } from '@strapi/design-system';

/** Something that is read to those who cannot see the page when it changes. */
export const Announcement = ({ children }: { readonly children: string }) => (
  <VisuallyHidden>
    <span role="status">{children}</span>
  </VisuallyHidden>
);
