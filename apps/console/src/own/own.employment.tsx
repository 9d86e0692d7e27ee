import { useQuery } from '@tanstack/react-query';
import { Answer } from '../answer';
import { api, ApiProblem } from '../api';
import { useText } from '../language';
import { useSession } from '../session';
import { EmploymentFacts } from '../staff/employment';

/** What an administrator registered of one's own employment; whoever finds it wrong asks there. */
export function OwnEmployment() {
  const t = useText();
  const id = useSession()?.actorId ?? '';
  const own = useQuery({
    queryKey: ['own-employment', id],
    queryFn: () =>
      api.get('/api/v1/staff/{id}/employment', { path: { id } }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.problem.code === 'resource.notFound') return null;
        throw error;
      }),
  });
  return (
    <Answer query={own}>
      {(employment) => (
        <>
          <EmploymentFacts employment={employment ?? undefined} />
          <p className="quiet">
            {t(
              '由辖区管理员登记；有误请告诉管理员。',
              'Registered by the administrator of the region: tell them what is wrong.',
            )}
          </p>
        </>
      )}
    </Answer>
  );
}
