import { useQuery } from '@tanstack/react-query';
import { Drawer, Timeline } from 'antd';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api } from '../api';
import { useLanguage, useText } from '../language';
import { mayOpen } from '../places';
import { QualificationsOf } from '../qualifications/of.volunteer';
import { useSession } from '../session';
import { moment } from '../time';
import { AwardsOf } from './awards';
import { Facts } from './facts';
import { Guardians } from './guardians';
import { useRegion } from './places';
import { Verification } from './verification';

/** A volunteer, masked, with what may be decided now and where the person lived before. */
export function VolunteerDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const t = useText();
  const role = useSession()?.role;
  const isDesk = role === 'committee' || role === 'station';
  const volunteer = useQuery({
    queryKey: ['volunteer', id],
    queryFn: () => api.get('/api/v1/volunteers/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      title={t('志愿者', 'Volunteer')}
      size="min(640px, 100vw)"
      destroyOnHidden
    >
      <Answer query={volunteer}>
        {(data) => (
          <>
            <Facts volunteer={data} />
            <div className="steps">
              <Verification volunteer={data} />
            </div>
            {role && mayOpen(role, '/audit') && (
              <p>
                <Link to={`/audit?person=${data.id}`}>
                  {t('谁看过此人的资料', 'Who looked at this person’s data')}
                </Link>
              </p>
            )}
            {isDesk && (
              <>
                <QualificationsOf id={data.id} />
                <Guardians id={data.id} />
                <AwardsOf id={data.id} />
              </>
            )}
            <Moves id={data.id} />
          </>
        )}
      </Answer>
    </Drawer>
  );
}

function Moves({ id }: { id: string }) {
  const t = useText();
  const language = useLanguage();
  const moves = useQuery({
    queryKey: ['volunteer', id, 'moves'],
    queryFn: () => api.get('/api/v1/volunteers/{id}/moves', { path: { id } }),
  });
  return (
    <>
      <h2>{t('迁移', 'Moves')}</h2>
      <Answer
        query={moves}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t('登记后没有搬过家。', 'Has not moved since the registration.'),
        }}
      >
        {({ items }) => (
          <Timeline
            items={items.map(({ fromCode, toCode, movedAt }) => ({
              content: (
                <>
                  <Place code={fromCode} /> → <Place code={toCode} />
                  <div className="quiet">{moment(movedAt, language)}</div>
                </>
              ),
            }))}
          />
        )}
      </Answer>
    </>
  );
}

function Place({ code }: { code: string }) {
  return <>{useRegion(code).data?.name ?? code}</>;
}
