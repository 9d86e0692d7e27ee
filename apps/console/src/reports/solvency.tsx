import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useText } from '../language';
import { hours, moment } from '../time';
import { Wide } from '../wide';
import { FigureBoxes } from './figure.boxes';

type Solvency = Schemas['Solvency'];
type Band = Solvency['bands'][number];

/** Whether what people have saved can be redeemed: of the city of the division or of a part of it. */
export function SolvencyView({ region }: { region: string }) {
  const t = useText();
  const answer = useQuery({
    queryKey: ['solvency', region],
    queryFn: () => api.get('/api/v1/regions/{region}/solvency', { path: { region } }),
    refetchInterval: false,
  });
  return (
    <section>
      <h2>{t('时间积分兑得了吗', 'Can the credits be redeemed?')}</h2>
      <Answer query={answer}>
        {(data) => (
          <>
            <Standing solvency={data} />
            <Bands bands={data.bands} />
          </>
        )}
      </Answer>
    </section>
  );
}

function Standing({ solvency }: { solvency: Solvency }) {
  const t = useText();
  const language = useLanguage();
  const { projection, redemptionRate, windowsOutstanding, windowFrom, windowTo, notes } = solvency;
  const few = t('少于 5 人，不公布', 'Fewer than five people: not told');
  const inHours = (minutes: number | undefined) => (minutes === undefined ? undefined : hours(minutes));
  const figures: [string, string | undefined][] = [
    [t('存着的积分（小时）', 'Credits held, hours'), inHours(solvency.outstandingMinutes)],
    [t('持有人数', 'People who hold them'), solvency.holderCount?.toLocaleString('en-US')],
    [t('公共池可用（小时）', 'In the public pool, hours'), hours(solvency.poolMinutes)],
    [t('兑换 ÷ 服务所得', 'Redeemed ÷ earned'), redemptionRate.value ?? '—'],
    [t('全部兑完需几个窗口期的服务', 'Windows of service they are worth'), windowsOutstanding?.value ?? '—'],
    [
      t('展望：照此速度要兑（小时）', 'Ahead: asked for at this pace, hours'),
      hours(projection.demandAtPaceMinutes),
    ],
    [
      t('展望：60 岁以上最多要兑（小时）', 'Ahead: at most, by people of 60, hours'),
      hours(projection.demandOfElderMinutes),
    ],
    [
      t('展望：照此速度服务（小时）', 'Ahead: served at this pace, hours'),
      hours(projection.serviceAtPaceMinutes),
    ],
  ];
  return (
    <>
      <FigureBoxes figures={figures.map(([name, value]) => ({ name, value, words: few }))} />
      <p className="quiet">
        {t(
          `账本 ${moment(solvency.asOf, language)} 的同一时刻；窗口期 ${windowFrom} – ${windowTo}，展望 ${projection.horizonDays} 天。`,
          `One moment of the ledger, ${moment(solvency.asOf, language)}; window ${windowFrom} – ${windowTo}, ${projection.horizonDays} days ahead.`,
        )}
      </p>
      <ul className="quiet">
        {notes.map((note) => (
          <li key={note.en}>{note[language]}</li>
        ))}
      </ul>
    </>
  );
}

function Bands({ bands }: { bands: readonly Band[] }) {
  const t = useText();
  if (bands.length === 0) return null;
  return (
    <Wide label={t('按出生年代', 'By decades of birth')}>
      <Table<Band>
        rowKey={({ bornFrom, bornTo }) => `${bornFrom}-${bornTo}`}
        dataSource={bands}
        pagination={false}
        size="small"
        columns={[
          {
            title: t('出生年代', 'Born'),
            render: (_, band) => (
              <>
                {band.bornFrom === undefined ? t('未知', 'Not known') : `${band.bornFrom} – ${band.bornTo}`}
                {band.bornFrom !== undefined &&
                  band.includesUnknown &&
                  t('，含年代未知者', ', with those not known')}
              </>
            ),
          },
          { title: t('人数', 'People'), dataIndex: 'holderCount', align: 'right' },
          {
            title: t('余额（小时）', 'Balance, hours'),
            align: 'right',
            render: (_, one) => hours(one.balanceMinutes),
          },
          {
            title: t('其中冻结（小时）', 'Of it held, hours'),
            align: 'right',
            render: (_, one) => hours(one.heldMinutes),
          },
        ]}
      />
    </Wide>
  );
}
