import { useQuery } from '@tanstack/react-query';
import { Select, Table } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { weekdayNames, weekdays } from '../needs/recurrence';
import { useSession } from '../session';
import { useSites } from '../volunteers/places';
import { hoursOf } from './week';

type Courier = Schemas['CourierWeek'];

/** Weekly times of those who ride for a site, as they set them on their phones. */
export function CourierShifts({ heading }: { heading: ReactNode }) {
  const t = useText();
  const { read, choose } = useAddress();
  const sites = useSites(useSession()?.region ?? '');
  const named = [...(sites.data ?? [])].sort((one, other) => one.name.localeCompare(other.name, 'zh'));
  const siteId = read('site') ?? named[0]?.id;
  return (
    <>
      {heading}
      <label className="filter">
        {t('站点', 'Site')}
        <Select
          aria-label={t('站点', 'Site')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          loading={sites.isPending}
          value={siteId}
          onChange={(site: string) => choose({ site })}
          options={named.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </label>
      <p className="quiet">
        {t(
          '班次由志愿者自己在小程序里设定：班次内按规则可收到提醒，随时可以下岗。这里只能看。',
          'Volunteers set these on their own phones: in a shift they may be alerted, and can go off duty at any time. To be read only.',
        )}
      </p>
      {siteId !== undefined && <OfSite siteId={siteId} />}
    </>
  );
}

function OfSite({ siteId }: { siteId: string }) {
  const t = useText();
  const term = useTerm();
  const week = useQuery({
    queryKey: ['site-shifts', siteId],
    queryFn: () => api.get('/api/v1/courier-sites/{siteId}/shifts', { path: { siteId } }),
  });
  return (
    <Answer
      query={week}
      empty={{
        when: ({ couriers }) => couriers.length === 0,
        teach: t(
          '这个站点还没有已实名的志愿者。登记志愿者时选择所属站点。',
          'Nobody verified rides for this site yet. Volunteers name theirs when they register.',
        ),
      }}
    >
      {({ couriers }) => (
        <Table<Courier>
          rowKey="volunteerId"
          dataSource={couriers}
          pagination={false}
          size="small"
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('志愿者', 'Volunteer'),
              render: (_, { volunteerId, volunteerName }) => (
                <Link to={`/volunteers?volunteer=${volunteerId}`}>{volunteerName}</Link>
              ),
            },
            ...weekdays.map((day, index) => ({
              key: day,
              title: term(weekdayNames[day]),
              render: (_: unknown, { shifts }: Courier) =>
                shifts
                  .filter(({ weekday }) => weekday === index + 1)
                  .map(hoursOf)
                  .join(t('、', ', ')) || '—',
            })),
          ]}
        />
      )}
    </Answer>
  );
}
