import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Failure } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { homeOf } from '../places';
import { keepSession } from '../session';

interface Props {
  id: string;
  fromUserName: string;
}

/** Goes on in the role of who is away, in this tab, under the own name. */
export function StandIn({ id, fromUserName }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: () => api.post('/api/v1/auth/delegations/{id}/sign-in', { path: { id } }),
    onSuccess: (session) => {
      keepSession(session);
      // What was fetched was fetched in another role.
      queries.clear();
      void navigate(homeOf(session.role));
    },
  });
  return (
    <>
      <Button loading={signIn.isPending} onClick={() => signIn.mutate()}>
        {t(`代 ${fromUserName} 登录`, `Sign in for ${fromUserName}`)}
      </Button>
      {signIn.error !== null && <Failure error={signIn.error} />}
    </>
  );
}
