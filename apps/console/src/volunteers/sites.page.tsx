import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { Find, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useText } from '../language';
import { mayOpen } from '../places';
import { useSession } from '../session';
import { useSites } from './places';

type Site = Schemas['OrganisationView'];

const mostPages = 50;

/** How many volunteers ride for each site. */
function useCounts() {
  return useQuery({
    queryKey: ['volunteers', 'perSite'],
    queryFn: async () => {
      const counts = new Map<string, number>();
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const { items, nextCursor } = await api.get('/api/v1/volunteers', { query: { limit: 100, cursor } });
        for (const { courierSiteId } of items)
          if (courierSiteId) counts.set(courierSiteId, (counts.get(courierSiteId) ?? 0) + 1);
        if (!nextCursor) return counts;
        cursor = nextCursor;
      }
      return counts;
    },
    staleTime: 60_000,
  });
}

/** Courier sites of the subdistrict, and how many of the volunteers who live here ride for each. */
export function SitesPage() {
  const t = useText();
  const { read } = useAddress();
  const wanted = read('find') ?? '';
  const sites = useSites(useSession()?.region ?? '');
  return (
    <>
      <div className="title">
        <h1>{t('快递站点', 'Courier sites')}</h1>
        <Find hint={t('站点名称', 'Name of a site')} />
      </div>
      <Answer
        query={sites}
        empty={{
          when: (all) => all.every(({ name }) => !name.includes(wanted)),
          teach: t(
            '没有站点。站点由管理员登记；志愿者登记时选择所属站点。',
            'No sites. The administrator registers them; volunteers name theirs when they register.',
          ),
        }}
      >
        {(all) => <Sites items={all.filter(({ name }) => name.includes(wanted))} />}
      </Answer>
    </>
  );
}

function Sites({ items }: { items: readonly Site[] }) {
  const t = useText();
  const counts = useCounts().data;
  const role = useSession()?.role ?? 'official';
  const shifts = {
    title: t('班次', 'Shifts'),
    render: (_: unknown, { id, name }: Site) => (
      <Link to={`/shifts?view=couriers&site=${id}`} aria-label={t(`${name}的班次`, `Shifts of ${name}`)}>
        {t('查看', 'Look')}
      </Link>
    ),
  };
  const countOf = ({ id }: Site) => counts?.get(id) ?? 0;
  return (
    <Table<Site>
      rowKey="id"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('站点', 'Site'),
          dataIndex: 'name',
          sorter: (one, other) => one.name.localeCompare(other.name, 'zh'),
        },
        { title: t('电话', 'Telephone'), render: (_, { phone }) => phone ?? '—' },
        {
          title: t('志愿者', 'Volunteers'),
          align: 'right',
          sorter: (one, other) => countOf(one) - countOf(other),
          render: (_, site) =>
            counts === undefined ? '…' : <Link to={`/volunteers?site=${site.id}`}>{countOf(site)}</Link>,
        },
        ...(mayOpen(role, '/shifts') ? [shifts] : []),
      ]}
    />
  );
}
