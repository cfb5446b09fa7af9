import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

/** How many there are of each day, by the instants at which days begin. */
export interface DayCounts {
  readonly days: readonly Date[];
  readonly counts: readonly number[];
}

/** Units of the drawing, which is as wide as there is room. */
const STEP = 40;
const BAR = 24;
const LABEL = 22;
const HEIGHT = 200;
const TALLEST = HEIGHT - 2 * LABEL;
const TEXT_ABOVE = 6;

const Drawing = styled.svg`
  display: block;
  width: 100%;
  min-height: 0;
  flex: 1 1 auto;
`;
const Bar = styled.rect`
  fill: ${({ theme }) => theme.colors.primary600};
`;
const Ground = styled.line`
  stroke: ${({ theme }) => theme.colors.neutral500};
`;
const Text = styled.text`
  fill: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  text-anchor: middle;
`;

/** A bar for each day, with its number above and its day below. A table beside it says the same to screen readers. */
export const DayBars = ({ days, counts }: DayCounts) => {
  const { formatDate, formatNumber } = useIntl();
  const most = Math.max(1, ...counts);
  const width = counts.length * STEP;
  const ground = HEIGHT - LABEL;

  return (
    <Drawing viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {counts.map((count, index) => {
        const height = Math.round((count / most) * TALLEST);
        const middle = (index + 0.5) * STEP;
        return (
          <g key={index}>
            <Bar x={middle - BAR / 2} y={ground - height} width={BAR} height={height} />
            <Text x={middle} y={ground - height - TEXT_ABOVE}>
              {formatNumber(count, { notation: 'compact' })}
            </Text>
            <Text x={middle} y={HEIGHT - TEXT_ABOVE}>
              {formatDate(days[index], { day: 'numeric' })}
            </Text>
          </g>
        );
      })}
      <Ground x1={0} x2={width} y1={ground} y2={ground} />
    </Drawing>
  );
};
