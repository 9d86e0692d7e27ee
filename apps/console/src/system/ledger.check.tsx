import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useText } from '../language';
import { hours } from '../time';
import { useCityCode } from './city';

type Audit = Schemas['LedgerAudit'];

/** The ledger replays itself, which takes a while: asked for, not shown by itself. */
export function LedgerCheck() {
  const t = useText();
  const cityCode = useCityCode();
  const audit = useQuery({
    queryKey: ['ledger-audit', cityCode],
    queryFn: () => api.get('/api/v1/ledger/audit', { query: { region: String(cityCode) } }),
    enabled: false,
  });
  return (
    <>
      <Button
        type="primary"
        disabled={cityCode === undefined}
        loading={audit.isFetching}
        onClick={() => void audit.refetch()}
      >
        {t('现在自查', 'Check it now')}
      </Button>
      {(audit.data ?? audit.error) && <Answer query={audit}>{(data) => <Result audit={data} />}</Answer>}
    </>
  );
}

function Result({ audit }: { audit: Audit }) {
  const t = useText();
  const { consistent, faults } = audit;
  const say = (isFine: boolean) => (isFine ? t('是', 'yes') : t('否', 'no'));
  const items: [string, string][] = [
    [t('各账户之和为零', 'All balances add up to zero'), say(audit.sumsToZero)],
    [t('余额与流水一致', 'Counters equal the transfers'), say(audit.countersMatch)],
    [t('序号连续', 'Numbers run without a gap'), say(audit.gapless)],
    [t('哈希链完整', 'The hash chain verifies'), say(audit.chainVerifies)],
    [t('每行余额可重放', 'Every row fits a replay'), say(audit.statementsFit)],
    [t('冻结无误', 'Holds are right'), say(audit.holdsMatch)],
    [t('流水', 'Transfers'), audit.transferCount.toLocaleString('en-US')],
    [t('发放小时', 'Hours issued'), hours(audit.issuedMinutes)],
    [t('个人持有小时', 'Hours held by people'), hours(audit.personalMinutes)],
    [t('链尾', 'Head'), audit.headHash],
  ];
  return (
    <>
      <p role="status" className={consistent ? undefined : 'wrong'}>
        {consistent
          ? t('账本自洽。', 'The ledger agrees with itself.')
          : t(
              '账本有误，请立即停止兑换并按运维指南核查。',
              'The ledger has faults: stop redeeming and follow the operator’s guide.',
            )}
      </p>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={items.map(([label, children]) => ({ key: label, label, children }))}
      />
      {faults.length > 0 && (
        <ul>
          {faults.map((fault, index) => (
            <li key={index}>{`${fault.check} ${fault.sequence ?? fault.accountId ?? fault.holdId ?? ''}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}
