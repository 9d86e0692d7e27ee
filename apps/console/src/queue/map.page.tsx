import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useText } from '../language';
import { useSession } from '../session';
import { moment } from '../time';
import { useRegion, useSites } from '../volunteers/places';
import { drawingOf, type PlacedCell } from './map.drawing';
import { lineOf, MapOfErrands, Signs } from './map';

type Answered = Schemas['ErrandMap'];

/** Errands move by hints; who goes on and off duty is told in no event, and asked for. */
const dutyMs = 30_000;

/** Where errands are open and where people are on duty, as counts: nobody is to be followed on it. */
export function ErrandMapPage() {
  const t = useText();
  const map = useQuery({
    queryKey: ['errand-map'],
    queryFn: () => api.get('/api/v1/errand-map'),
    refetchInterval: dutyMs,
  });
  return (
    <>
      <h1>{t('任务地图', 'Errand map')}</h1>
      <Answer
        query={map}
        empty={{
          when: ({ cells, onDuty }) => cells.length === 0 && onDuty === 0,
          teach: t(
            '现在没有开放的任务，也没有人在岗。受理需求后，任务随即显示在这里。',
            'No errand is open and nobody is on duty. Errands appear here as soon as you take needs on.',
          ),
        }}
      >
        {(data) => <Found data={data} />}
      </Answer>
    </>
  );
}

function Found({ data }: { data: Answered }) {
  const t = useText();
  const language = useLanguage();
  const sites = useSites(useSession()?.region ?? '').data;
  const staffed = useMemo(() => {
    const counts = new Map(data.sites.map(({ siteId, onDuty }) => [siteId, onDuty]));
    return (sites ?? []).map((site) => ({ ...site, onDuty: counts.get(site.id) ?? 0 }));
  }, [data, sites]);
  const drawing = useMemo(() => drawingOf(data.cells, staffed), [data, staffed]);
  return (
    <>
      <Figures data={data} />
      <p className="quiet">
        {t(`${moment(data.asOf, language)}。`, `As of ${moment(data.asOf, language)}. `)}
        {t(
          '只显示数量：不足 5 人的格子不显示人数，站点人数不说明他们在哪里。',
          'Counts only: a square with fewer than five people shows none, and a site’s number does not say where they are.',
        )}
      </p>
      <div className="beside">
        <figure className="errand-map">
          <MapOfErrands drawing={drawing} />
          <Signs />
        </figure>
        <div>
          <Squares cells={drawing.cells} />
          <Sites items={staffed} />
        </div>
      </div>
    </>
  );
}

function Figures({ data: { cells, onDuty } }: { data: Answered }) {
  const t = useText();
  const sum = (of: (cell: Answered['cells'][number]) => number) =>
    cells.reduce((total, cell) => total + of(cell), 0);
  const figures: [string, number][] = [
    [t('开放任务', 'Open errands'), sum(({ openErrands }) => openErrands)],
    [t('其中无人接单', 'Of these unclaimed'), sum(({ unclaimedErrands }) => unclaimedErrands)],
    [t('在岗志愿者', 'Volunteers on duty'), onDuty],
  ];
  return (
    <dl className="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Names of communities, or of the township they lie in where the division is larger. */
function useNames(): (code: string) => string {
  const parts = useRegion(useSession()?.region ?? '').data?.children ?? [];
  const names = new Map(parts.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? names.get(`${code.slice(0, 9)}000`) ?? code;
}

function Squares({ cells }: { cells: readonly PlacedCell[] }) {
  const t = useText();
  const nameOf = useNames();
  return (
    <section aria-label={t('按格', 'By square')}>
      <h2>{t('按格', 'By square')}</h2>
      <Table<PlacedCell>
        rowKey="name"
        dataSource={cells}
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        onRow={({ name }) => ({ id: lineOf(name) })}
        columns={[
          { title: t('格', 'Square'), dataIndex: 'name' },
          {
            title: t('开放任务', 'Open'),
            align: 'right',
            render: (_, { cell }) => cell.openErrands,
            sorter: (one, other) => one.cell.openErrands - other.cell.openErrands,
          },
          {
            title: t('无人接单', 'Unclaimed'),
            align: 'right',
            render: (_, { cell: { unclaimedErrands } }) =>
              unclaimedErrands > 0 ? <Link to="/unclaimed">{unclaimedErrands}</Link> : 0,
            sorter: (one, other) => one.cell.unclaimedErrands - other.cell.unclaimedErrands,
          },
          {
            title: t('在岗', 'On duty'),
            align: 'right',
            render: (_, { cell }) => cell.onDuty ?? t('不足 5', 'under 5'),
          },
          {
            title: t('社区', 'Communities'),
            render: (_, { cell }) =>
              [...new Set(cell.communities.map(({ communityCode }) => nameOf(communityCode)))].join(
                t('、', ', '),
              ) || '—',
          },
        ]}
      />
    </section>
  );
}

interface Staffed {
  id: string;
  name: string;
  onDuty: number;
}

function Sites({ items }: { items: readonly Staffed[] }) {
  const t = useText();
  return (
    <section aria-label={t('按站点', 'By courier site')}>
      <h2>{t('按站点', 'By courier site')}</h2>
      <Table<Staffed>
        rowKey="id"
        dataSource={items}
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('站点', 'Site'),
            render: (_, { id, name }) => <Link to={`/volunteers?site=${id}`}>{name}</Link>,
            sorter: (one, other) => one.name.localeCompare(other.name, 'zh'),
          },
          {
            title: t('在岗', 'On duty'),
            align: 'right',
            dataIndex: 'onDuty',
            defaultSortOrder: 'descend',
            sorter: (one, other) => one.onDuty - other.onDuty,
          },
        ]}
      />
    </section>
  );
}
