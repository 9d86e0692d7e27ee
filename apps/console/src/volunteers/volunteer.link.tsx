import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api';
import { useText } from '../language';

/** A volunteer by the masked name, leading to what the desk may see of the person. */
export function VolunteerLink({ id }: { id: string }) {
  const t = useText();
  const volunteer = useQuery({
    queryKey: ['volunteer', id],
    queryFn: () => api.get('/api/v1/volunteers/{id}', { path: { id } }),
  });
  return <Link to={`/volunteers?volunteer=${id}`}>{volunteer.data?.name ?? t('志愿者', 'Volunteer')}</Link>;
}
