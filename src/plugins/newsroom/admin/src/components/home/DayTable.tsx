import { VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useSay } from '../../hooks/useSay';
import type { DayCounts } from './DayBars';

/** What the bars show, for screen readers. */
export const DayTable = ({ days, counts }: DayCounts) => {
  const say = useSay();
  const { formatDate, formatNumber } = useIntl();

  return (
    <VisuallyHidden>
      <table>
        <caption>{say('home.days')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('home.day')}</th>
            <th scope="col">{say('home.day-count')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, index) => (
            <tr key={index}>
              <th scope="row">{formatDate(days[index], { dateStyle: 'long' })}</th>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
};
