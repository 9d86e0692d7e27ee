import { useMutation } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { Choice } from '../address';
import { Failure } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { addDays } from '../published/day';
import { hours, toField } from '../time';
import type { Policy } from './policy.keys';
import { creditReasons, effects } from './policy.terms';
import { Wide } from '../wide';

type Line = Schemas['DryRunLine'];
type Totals = Schemas['DryRunTotals'];
type Effect = keyof typeof effects;

interface Asked {
  from: string;
  to: string;
  effect: Effect;
}

const span = 30;

/** Past services replayed under a proposed policy: who would get more, less, or meet a cap. Nothing is written. */
export function DryRun({ cityCode, policy }: { cityCode: number; policy: Policy }) {
  const t = useText();
  const [asked, setAsked] = useState<Asked>(() => {
    const to = toField(Date.now()).slice(0, 10);
    return { from: addDays(to, 1 - span), to, effect: 'changed' };
  });
  const run = useMutation({
    mutationFn: async (of: Asked) => {
      const result = await api.post('/api/v1/cities/{cityCode}/policies/dry-run', {
        path: { cityCode },
        body: { ...of, policy, limit: 100 },
      });
      return { ...result, policy };
    },
  });
  return (
    <>
      <div className="filter">
        <Days asked={asked} change={setAsked} />
        <Choice
          label={t('列出', 'List')}
          terms={effects}
          value={asked.effect}
          isRequired
          choose={(effect) => setAsked({ ...asked, effect: effect ?? 'changed' })}
        />
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate(asked)}>
          {t('试算', 'Try it')}
        </Button>
      </div>
      {run.error !== null && <Failure error={run.error} />}
      {run.data && (
        <>
          {JSON.stringify(run.data.policy) !== JSON.stringify(policy) && (
            <p className="risk">
              {t('规定已改，下面是改之前的结果。', 'Rules changed since: this is of before.')}
            </p>
          )}
          {run.data.totals && <Result totals={run.data.totals} />}
          <Lines items={run.data.items} />
          {run.data.nextCursor && <p className="quiet">{t('只列前 100 人。', 'The first 100 only.')}</p>}
        </>
      )}
    </>
  );
}

function Days({ asked, change }: { asked: Asked; change: (next: Asked) => void }) {
  const t = useText();
  return (
    <>
      <label>
        {t('自', 'From')}
        <Input
          type="date"
          value={asked.from}
          onChange={({ target }) => change({ ...asked, from: target.value })}
        />
      </label>
      <label>
        {t('至', 'To')}
        <Input
          type="date"
          value={asked.to}
          onChange={({ target }) => change({ ...asked, to: target.value })}
        />
      </label>
    </>
  );
}

function Result({ totals }: { totals: Totals }) {
  const t = useText();
  const term = useTerm();
  const { actual, proposed } = totals;
  const figures: [string, string][] = [
    [t('服务', 'Services'), String(totals.recordCount)],
    [t('缺内容未计', 'Left out, facts not kept'), String(totals.unknownCount)],
    [t('多得的人', 'Get more'), `${totals.gainerCount} · ${hours(totals.gainedMinutes)} h`],
    [t('少得的人', 'Get less'), `${totals.loserCount} · ${hours(totals.lostMinutes)} h`],
    [t('碰到上限', 'Meet a cap'), String(totals.cappedCount)],
    [
      t('折算小时：实际 → 拟定', 'Hours credited: really → proposed'),
      `${hours(actual.creditedMinutes)} → ${hours(proposed.creditedMinutes)}`,
    ],
  ];
  return (
    <div role="status">
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {totals.reasons.map(({ reason, recordCount, minutes }) => (
          <li key={reason}>
            {t(
              `${term(creditReasons[reason])}：${recordCount} 条，${minutes} 分钟`,
              `${term(creditReasons[reason])}: ${recordCount} records, ${minutes} min`,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({ items }: { items: readonly Line[] }) {
  const t = useText();
  if (items.length === 0) return <p className="teach">{t('没有人受影响。', 'Nobody is affected.')}</p>;
  return (
    <Wide label={t('受影响的人', 'Who is affected')}>
      <Table<Line>
        rowKey="volunteerId"
        dataSource={items}
        pagination={false}
        size="small"
        columns={[
          { title: t('志愿者', 'Volunteer'), dataIndex: 'volunteerId' },
          { title: t('服务', 'Services'), dataIndex: 'recordCount', align: 'right' },
          { title: t('实际分钟', 'Really'), dataIndex: 'actualMinutes', align: 'right' },
          { title: t('拟定分钟', 'Proposed'), dataIndex: 'proposedMinutes', align: 'right' },
          { title: t('碰到上限', 'Caps met'), dataIndex: 'cappedCount', align: 'right' },
        ]}
      />
    </Wide>
  );
}
