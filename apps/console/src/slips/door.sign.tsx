import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Failure } from '../answer';
import { api } from '../api';
import { Decision } from '../decision';
import { useText } from '../language';
import { QrImage } from '../qr.image';

/** The sign for a door: volunteers scan it to check in and out; good until renewed. */
export function DoorSign({ residentId, resident }: { residentId: string; resident: string }) {
  const t = useText();
  const [isRenewed, setRenewed] = useState(false);
  const issue = useMutation({
    mutationFn: () =>
      api.post('/api/v1/residents/{id}/door-codes', {
        path: { id: residentId },
        body: { renew: isRenewed },
      }),
  });
  return (
    <>
      <div className="screen">
        <h2>{t('门上的二维码', 'Sign for the door')}</h2>
        <p className="filter">
          {isRenewed ? (
            <Decision
              name={t('换新', 'Renew it')}
              title={t(
                '换新？已贴出的旧码随即失效，不能恢复。',
                'Renew it? The sign that hangs there expires at once, for good.',
              )}
              isDanger
              changes={[]}
              decide={() => issue.mutateAsync()}
            />
          ) : (
            <Button loading={issue.isPending} onClick={() => issue.mutate()}>
              {t('生成', 'Make it')}
            </Button>
          )}
          <Checkbox checked={isRenewed} onChange={({ target }) => setRenewed(target.checked)}>
            {t('换新，旧的随即失效', 'Renew: older ones expire')}
          </Checkbox>
          {issue.data && (
            <Button type="primary" onClick={() => window.print()}>
              {t('打印', 'Print')}
            </Button>
          )}
        </p>
        {issue.error !== null && !isRenewed && <Failure error={issue.error} />}
      </div>
      {issue.data && (
        <div className="slip door">
          <strong>顺路 · 请志愿者扫码签到、签退</strong>
          <span>{resident}</span>
          <QrImage value={issue.data.doorCode} label={t('门上的二维码', 'Sign for the door')} />
          <span lang="en">Volunteers scan this when they come and when they leave.</span>
        </div>
      )}
    </>
  );
}
