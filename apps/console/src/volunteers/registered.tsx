import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useText } from '../language';
import { Facts } from './facts';
import { Verification } from './verification';

/** Registered: the number, and whether the card was seen, which may be said at once. */
export function Registered(props: { volunteer: Schemas['VolunteerView']; another: () => void }) {
  const { volunteer, another } = props;
  const t = useText();
  const now = useQuery({
    queryKey: ['volunteer', volunteer.id],
    queryFn: () => api.get('/api/v1/volunteers/{id}', { path: { id: volunteer.id } }),
    initialData: volunteer,
  });
  return (
    <Answer query={now}>
      {(data) => (
        <>
          <p role="status">
            {t('已登记。志愿者编号如下，请告诉本人。', 'Registered. This is the number to tell the person.')}
          </p>
          <Facts volunteer={data} />
          <div className="steps">
            <Verification volunteer={data} />
            <Button onClick={another}>{t('再登记一人', 'Register another')}</Button>
            <Link to="/volunteers">{t('志愿者名单', 'All volunteers')}</Link>
          </div>
        </>
      )}
    </Answer>
  );
}
