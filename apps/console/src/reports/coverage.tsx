import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Downloads } from '../downloads';
import { useLanguage, useTerm, useText } from '../language';
import { mayOpen } from '../places';
import { behindOf } from '../published/behind';
import { daysOf } from '../published/days';
import { useSession } from '../session';
import { AsOf } from './as.of';
import { FigureBoxes } from './figure.boxes';
import {
  denominatorOf,
  missingWords,
  type NamedRatio,
  percentOf,
  type RatioName,
  ratioNames,
} from './ratio.terms';

type Part = Schemas['PartRatios'];
type OfParts = Schemas['RatiosOfParts'];

const inTable = [
  'volunteerRatio',
  'activeRatio',
  'stationCoverage',
  'stationCoverageWithoutZones',
] as const satisfies readonly RatioName[];

interface Props {
  region: string;
  to: string | undefined;
  linkTo: (code: string) => string;
}

/** Ratios of a division and, from one reading, of all its parts: each with what it is divided by and who says so. */
export function CoverageView({ region, to, linkTo }: Props) {
  const query = { region, to };
  const whole = useQuery({
    queryKey: ['ratios', query],
    queryFn: () => api.get('/api/v1/reports/ratios', { query }),
    refetchInterval: 60_000,
  });
  const parts = useQuery({
    queryKey: ['ratios-of-parts', query],
    queryFn: () => api.get('/api/v1/reports/ratios/parts', { query }),
    refetchInterval: 60_000,
  });
  return (
    <>
      <Answer query={whole}>
        {(data) => (
          <>
            <Whole ratios={data} />
            <AsOf at={data.asOf} />
          </>
        )}
      </Answer>
      <Downloads
        path="/api/v1/reports/file"
        query={{ ...query, kind: 'coverage' }}
        formats={['csv', 'xlsx', 'pdf']}
      />
      <Answer query={parts}>
        {(data) => (
          <>
            <PartsTable data={data} linkTo={linkTo} />
            <Sources data={data} />
            <AsOf at={data.asOf} />
          </>
        )}
      </Answer>
    </>
  );
}

function Whole({ ratios: { region, to, ratios } }: { ratios: Schemas['Ratios'] }) {
  const t = useText();
  const term = useTerm();
  const role = useSession()?.role;
  return (
    <FigureBoxes
      figures={ratios.map((ratio) => ({
        name: term(ratioNames[ratio.name]),
        value: percentOf(ratio),
        words: term(missingWords[ratio.dividedBy]),
        made: (
          <>
            <Made
              ratio={ratio}
              to={numeratorOf(ratio, { region, to }, role && mayOpen(role, '/statistics'))}
            />
            {ratio.name === 'licenceRate' && ratio.source && t('，据公布的数字', ', as published')}
          </>
        ),
      }))}
    />
  );
}

/** Where a numerator comes from; who is served by a station shows one level down, in the table. */
function numeratorOf(
  { name, numerator }: NamedRatio,
  { region, to }: { region: string; to: string },
  mayOpenStatistics = false,
): string | undefined {
  if (numerator === 0) return undefined;
  if (name === 'volunteerRatio') return daysOf({ region, to });
  if (name === 'activeRatio') return behindOf({ region, day: to, metric: 'volunteersActive365' });
  return name === 'licenceRate' && mayOpenStatistics ? '/statistics' : undefined;
}

/** What is divided by what. */
function Made({ ratio, to }: { ratio: NamedRatio; to: string | undefined }) {
  const t = useText();
  const numerator = ratio.numerator.toLocaleString('en-US');
  const denominator = denominatorOf(ratio, t);
  if (denominator === undefined && ratio.numerator === 0) return null;
  return (
    <>
      {to ? <Link to={to}>{numerator}</Link> : numerator}
      {` ÷ ${denominator ?? '?'}`}
    </>
  );
}

function PartsTable({ data: { to, parts }, linkTo }: { data: OfParts; linkTo: Props['linkTo'] }) {
  const t = useText();
  const term = useTerm();
  const ratioOf = ({ ratios }: Part, name: RatioName) => ratios.find((ratio) => ratio.name === name);
  const columns: TableColumnsType<Part> = [
    {
      title: t('区划', 'Division'),
      fixed: 'left',
      render: (_, { region, name }) => (
        <Link className="fold" to={linkTo(region)}>
          {name}
        </Link>
      ),
      sorter: (one, other) => one.region.localeCompare(other.region),
    },
    {
      title: t('人口', 'Population'),
      align: 'right',
      render: (_, part) => {
        const people = ratioOf(part, 'volunteerRatio');
        return (people && denominatorOf(people, t)) ?? <Missing by="population" />;
      },
      sorter: (one, other, order) =>
        beside(
          ratioOf(one, 'volunteerRatio')?.denominator,
          ratioOf(other, 'volunteerRatio')?.denominator,
          order,
        ),
    },
    ...inTable.map((name) => ({
      title: <span className="fold">{term(ratioNames[name])}</span>,
      align: 'right' as const,
      render: (_: unknown, part: Part) => {
        const ratio = ratioOf(part, name);
        return ratio && <Cell ratio={ratio} to={numeratorOf(ratio, { region: part.region, to })} />;
      },
      sorter: (one: Part, other: Part, order?: Order) =>
        beside(ratioOf(one, name)?.percent, ratioOf(other, name)?.percent, order),
    })),
  ];
  return (
    <Table<Part>
      className="coverage"
      rowKey="region"
      dataSource={parts}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={columns}
    />
  );
}

type Order = 'ascend' | 'descend' | null;

/** The order of two figures; those that are not known come last, whichever way it goes. */
function beside(one: number | undefined, other: number | undefined, order?: Order): number {
  if (one !== undefined && other !== undefined) return one - other;
  if (one === other) return 0;
  const isFirst = other === undefined ? -1 : 1;
  return order === 'descend' ? -isFirst : isFirst;
}

function Cell({ ratio, to }: { ratio: NamedRatio; to: string | undefined }) {
  const percent = percentOf(ratio);
  return (
    <>
      {percent ?? <Missing by={ratio.dividedBy} />}
      {(percent !== undefined || ratio.dividedBy === 'population') && (
        <div className="made">
          <Made ratio={ratio} to={to} />
        </div>
      )}
    </>
  );
}

function Missing({ by }: { by: NamedRatio['dividedBy'] }) {
  return <span className="quiet fold">{useTerm()(missingWords[by])}</span>;
}

/** What divides, who says so, and of which table: the sources of population with the divisions that have them. */
function Sources({ data: { to, parts, populationVersion } }: { data: OfParts }) {
  const t = useText();
  const language = useLanguage();
  const named = new Map<string, string[]>();
  for (const { name, ratios } of parts) {
    const source = ratios.find((ratio) => ratio.dividedBy === 'population')?.source;
    if (source) named.set(source, [...(named.get(source) ?? []), name]);
  }
  return (
    <ul className="quiet">
      <li>
        {t(
          `截至 ${to} 日终。人口取自人口表第 ${populationVersion} 版；表中没有的区划不作估算，不给比率。`,
          `To the end of ${to}. Population is from version ${populationVersion} of its table; where that has no figure none is estimated, and there is no ratio.`,
        )}
      </li>
      {[...named].map(([source, names]) => (
        <li key={source}>
          {new Intl.ListFormat(language, { type: 'unit' }).format(names)}
          {t('：', ': ')}
          {source}
        </li>
      ))}
      <li>
        {t(
          '社工站覆盖率：有社工站服务的乡级单位 ÷ 行政区划表中的乡级单位；“开发区等”指编号 400 起的单位。逐级点区划，到街道即见哪个有、哪个没有。',
          'Station coverage: township-level units that a social work station serves ÷ those in the table of divisions; “zones” are units numbered from 400 on. Divisions lead down to the units, which have one or not.',
        )}
      </li>
    </ul>
  );
}
