import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useText } from '../language';
import { QrImage } from '../qr.image';
import { needTypes } from '../terms';
import { clock, moment } from '../time';

type Need = Schemas['NeedView'];

/** What a resident without a telephone is handed: what comes when, and the two codes to say. */
export function ErrandSlipPage() {
  const t = useText();
  const id = useAddress().read('need') ?? '';
  const need = useQuery({
    queryKey: ['need', id],
    queryFn: () => api.get('/api/v1/needs/{id}', { path: { id } }),
    enabled: id !== '',
  });
  return (
    <>
      <div className="title screen">
        <h1>{t('给居民的纸条', 'A slip for the resident')}</h1>
        <Link to={`/needs?need=${id}`}>{t('返回需求', 'Back to the need')}</Link>
      </div>
      {id === '' ? (
        <p className="teach">{t('请从需求看板打开一条需求。', 'Open a need on the board first.')}</p>
      ) : (
        <Answer query={need}>{(data) => <Slip need={data} />}</Answer>
      )}
    </>
  );
}

function Slip({ need }: { need: Need }) {
  const t = useText();
  if (need.errandId === undefined || need.serviceCode === undefined)
    return (
      <p className="teach">
        {t(
          '社工站受理发布后才有暗号；那时再来打印。',
          'Codes come with the errand: print once the station has posted it.',
        )}
      </p>
    );
  return (
    <>
      <p className="screen">
        <Button type="primary" onClick={() => window.print()}>
          {t('打印', 'Print')}
        </Button>
      </p>
      <Paper need={need} errandId={need.errandId} />
    </>
  );
}

/** Large print, and Chinese first whatever the desk reads: it is the resident's paper. */
function Paper({ need, errandId }: { need: Need; errandId: string }) {
  const language = useLanguage();
  const t = useText();
  const code = useQuery({
    queryKey: ['door-code', errandId],
    queryFn: () =>
      api.post('/api/v1/errands/{errandId}/door-codes', { path: { errandId }, body: { lifetime: 'slip' } }),
    staleTime: Infinity,
    refetchInterval: false,
  });
  return (
    <article className="slip errand-slip">
      <h2>顺路 · 上门服务</h2>
      <p>{need.residentName}</p>
      <p>{`${needTypes[need.type][0]}：${need.summary}`}</p>
      <p>{`${moment(need.windowStart, 'zh')} – ${clock(need.windowEnd)}`}</p>
      <dl className="codes">
        <div>
          <dt>志愿者到门口，请说开始码</dt>
          <dd className="code">{need.serviceCode}</dd>
        </div>
        {need.closingCode && (
          <div>
            <dt>做完了，请说结束码</dt>
            <dd className="code">{need.closingCode}</dd>
          </div>
        )}
      </dl>
      {need.riskNotice && <p>{`提醒：${need.riskNotice}`}</p>}
      <p>志愿服务不收费、不要酬谢。代买东西凭小票付原价。</p>
      {code.data && <QrImage value={code.data.doorCode} label={t('任务二维码', 'Code of the errand')} />}
      {language === 'en' && (
        <p lang="en">
          Say the first code at the door, the second when the service is over. Nothing is to be paid but what
          was bought, at cost.
        </p>
      )}
    </article>
  );
}
