import { useIntl } from 'react-intl';
import type { CodeCount } from '../../../../server/src/panel/task-contract';
import { useMeaning } from '../../hooks/words/useMeaning';
import { useSay } from '../../hooks/words/useSay';
import { Code } from '../parts/Code';
import { DataTable } from '../parts/DataTable';
import { SeverityWord } from '../parts/SeverityWord';

/** What a task has reported so far, by what it says. */
export const CodeList = ({ codes }: { readonly codes: readonly CodeCount[] }) => {
  const say = useSay();
  const meaningOf = useMeaning();
  const { formatNumber } = useIntl();
  return (
    <DataTable
      label={say('issues.so-far')}
      columns={[say('issues.code'), say('issues.severity'), say('issues.how-often')]}
    >
      {codes.map(({ code, severity, count, meaning }) => (
        <tr key={code}>
          <th scope="row" style={{ fontWeight: 'normal' }}>
            <Code>{code}</Code> – {meaningOf(code, meaning)}
          </th>
          <td>
            <SeverityWord severity={severity} />
          </td>
          <td style={{ fontVariantNumeric: 'tabular-nums' }}>{formatNumber(count)}</td>
        </tr>
      ))}
    </DataTable>
  );
};
