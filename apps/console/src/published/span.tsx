import { Input } from 'antd';
import { useAddress } from '../address';
import { useText } from '../language';

/** The first and the last day, in the address. */
export function Span({ from, to, today }: { from: string; to: string; today: string }) {
  const t = useText();
  const { choose } = useAddress();
  return (
    <div className="filter screen">
      <label>
        {t('自', 'From')}
        <Input type="date" value={from} max={to} onChange={({ target }) => choose({ from: target.value })} />
      </label>
      <label>
        {t('至', 'To')}
        <Input type="date" value={to} max={today} onChange={({ target }) => choose({ to: target.value })} />
      </label>
    </div>
  );
}
