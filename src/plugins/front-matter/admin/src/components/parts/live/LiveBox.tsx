import { styled } from 'styled-components';

/**
 * Where something is said that changes, with the role `status` or `alert`: it has to be on the page before there is
 * something to say, and takes no room until then.
 */
export const LiveBox = styled.div`
  &:empty {
    position: absolute;
  }
`;
