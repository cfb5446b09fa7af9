import { styled } from 'styled-components';

const Track = styled.div`
  height: 0.8rem;
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral200};
  > div {
    height: 100%;
    background: ${({ theme }) => theme.colors.primary600};
  }
  > .is-unknown {
    width: 30%;
  }
  @media (prefers-reduced-motion: no-preference) {
    > div {
      transition: width 0.4s linear;
    }
    > .is-unknown {
      animation: unknown-progress 1.6s linear infinite;
    }
  }
  @keyframes unknown-progress {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(333%);
    }
  }
`;

interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 100; null where nobody knows. */
  readonly percent: number | null;
}

/** How far something is. */
export const ProgressBar = ({ label, percent }: ProgressBarProps) => (
  <Track
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    {...(percent === null ? {} : { 'aria-valuenow': percent })}
  >
    {percent === null ? <div className="is-unknown" /> : <div style={{ width: `${percent}%` }} />}
  </Track>
);
