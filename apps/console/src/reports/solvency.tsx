import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { hours, moment } from '../time';
import { Wide } from '../wide';
import { accountNames, transferNames } from './credit.terms';
import { FigureBoxes } from './figure.boxes';

type Solvency = Schemas['Solvency'];
type Kind = Solvency['kinds'][number];
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
            <Movements solvency={data} />
          </>
        )}
      </Answer>
    </section>
  );
}

function Standing({ solvency }: { solvency: Solvency }) {
  const t = useText();
  const language = useLanguage();
  const { projection, windowFrom, windowTo, notes } = solvency;
  const few = t('少于 5 人，不公布', 'Fewer than five people: not told');
  const figures = useFigures(solvency);
  return (
    <>
      <FigureBoxes
        figures={figures.map(([name, value, made]) => ({ name, value, words: few, ...(made && { made }) }))}
      />
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

type Figure = [name: string, value: string | undefined, made?: string];

/** Each with what it is made of: the tables below, or a quotient of them. */
function useFigures(solvency: Solvency): Figure[] {
  const t = useText();
  const { projection, redemptionRate, windowsOutstanding, windowDays } = solvency;
  const { horizonDays } = projection;
  const inHours = (minutes: number | undefined) => (minutes === undefined ? undefined : hours(minutes));
  const quotient = (one: Solvency['redemptionRate'] | undefined) =>
    one && `${hours(one.numerator)} ÷ ${hours(one.denominator)} h`;
  const paced = (minutes: number) => `${hours(minutes)} h × ${horizonDays} ÷ ${windowDays}`;
  const ofBands = t('下表各年代之和', 'The bands below together');
  return [
    [t('存着的积分（小时）', 'Credits held, hours'), inHours(solvency.outstandingMinutes), ofBands],
    [t('持有人数', 'People who hold them'), solvency.holderCount?.toLocaleString('en-US'), ofBands],
    [
      t('公共池可用（小时）', 'In the public pool, hours'),
      hours(solvency.poolMinutes),
      t('全市：余额减去冻结，见账户表', 'Of the whole city: balance less what is held, see accounts'),
    ],
    [t('兑换 ÷ 服务所得', 'Redeemed ÷ earned'), redemptionRate.value ?? '—', quotient(redemptionRate)],
    [
      t('全部兑完需几个窗口期的服务', 'Windows of service they are worth'),
      windowsOutstanding && (windowsOutstanding.value ?? '—'),
      quotient(windowsOutstanding) ?? t('存着的积分 ÷ 窗口期服务所得', 'Credits held ÷ earned in the window'),
    ],
    [
      t('展望：照此速度要兑（小时）', 'Ahead: asked for at this pace, hours'),
      hours(projection.demandAtPaceMinutes),
      paced(redemptionRate.numerator),
    ],
    [
      t('展望：60 岁以上最多要兑（小时）', 'Ahead: at most, by people of 60, hours'),
      hours(projection.demandOfElderMinutes),
      t('年满 60 岁者的余额，见下', 'Credits of people who are 60 by then, see below'),
    ],
    [
      t('展望：照此速度服务（小时）', 'Ahead: served at this pace, hours'),
      hours(projection.serviceAtPaceMinutes),
      paced(redemptionRate.denominator),
    ],
  ];
}

/** What quotients are made of: what moved in the window, and the accounts of the whole city. */
function Movements({ solvency: { flows, kinds } }: { solvency: Solvency }) {
  const t = useText();
  const term = useTerm();
  return (
    <>
      {flows.length > 0 && (
        <Wide label={t('窗口期内的变动', 'What moved in the window')}>
          <Table<Solvency['flows'][number]>
            rowKey="code"
            dataSource={flows}
            pagination={false}
            size="small"
            columns={[
              {
                title: t('窗口期内的变动', 'What moved in the window'),
                render: (_, { code }) => term(transferNames[code]),
              },
              {
                title: t('小时，已减冲正', 'Hours, less reversals'),
                align: 'right',
                render: (_, { minutes }) => hours(minutes),
              },
            ]}
          />
        </Wide>
      )}
      <Wide label={t('全市账户', 'Accounts of the whole city')}>
        <Table<Kind>
          rowKey="kind"
          dataSource={kinds}
          pagination={false}
          size="small"
          columns={[
            {
              title: t('全市账户（合计为零）', 'Accounts of the whole city (together zero)'),
              render: (_, { kind }) => term(accountNames[kind]),
            },
            { title: t('个数', 'Accounts'), dataIndex: 'accountCount', align: 'right' },
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
