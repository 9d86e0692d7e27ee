import { useQuery } from '@tanstack/react-query';
import { Button, Timeline } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { type Language, useLanguage, useTerm, useText } from '../language';
import { recordStates, roleNames, type Terms } from '../terms';
import { clock, moment } from '../time';
import { correctionReasons } from './dispute.terms';

type Record = Schemas['ServiceRecordView'];

const roles: Partial<Terms<string>> = roleNames;

/** `12月3日 09:00–10:05, 60 min`. */
function span({ startedAt, endedAt }: Pick<Record, 'startedAt' | 'endedAt'>, language: Language): string {
  return `${moment(startedAt, language)}–${clock(endedAt)}`;
}

/** What a record says of a service, in a line or two. */
export function RecordLine({ record }: { record: Record }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const proof =
    record.verification === 'deviceVerified' ? t('设备核实', 'by device') : t('人工证明', 'attested');
  return (
    <p>
      {t(
        `${span(record, language)}，${record.serviceMinutes} 分钟（${proof}）`,
        `${span(record, language)}, ${record.serviceMinutes} min (${proof})`,
      )}{' '}
      <span className="state">{term(recordStates[record.state])}</span>{' '}
      <span className="quiet">{t(`第 ${record.version} 版`, `version ${record.version}`)}</span>
    </p>
  );
}

/** A record by its id alone, as objections and corrections name it. */
export function RecordById({ id }: { id: string }) {
  const record = useQuery({
    queryKey: ['records', 'one', id],
    queryFn: () => api.get('/api/v1/service-records/{id}', { path: { id } }),
  });
  return <Answer query={record}>{(data) => <RecordLine record={data} />}</Answer>;
}

/** Every confirmation and version, fetched when somebody wants to see it. */
export function RecordHistory({ id }: { id: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('收起经过', 'Hide the history') : t('查看经过', 'How it came about')}
      </Button>
      {isOpen && <Steps id={id} />}
    </>
  );
}

function Steps({ id }: { id: string }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const history = useQuery({
    queryKey: ['records', 'history', id],
    queryFn: () => api.get('/api/v1/service-records/{id}/history', { path: { id } }),
  });
  return (
    <Answer
      query={history}
      empty={{
        when: ({ confirmations, versions }) => confirmations.length + versions.length === 0,
        teach: t('还没有人确认过。', 'Nobody has confirmed it yet.'),
      }}
    >
      {({ confirmations, versions }) => (
        <Timeline
          items={[
            ...confirmations.map(({ role, method, at }) => ({
              content: `${moment(at, language)} · ${term(roles[role]) || role} · ${method}`,
            })),
            ...versions.map((one) => ({
              content: `${moment(one.at, language)} · ${t(`第 ${one.version} 版`, `version ${one.version}`)} · ${
                one.reason === 'confirmed' ? t('确认', 'confirmed') : term(correctionReasons[one.reason])
              } · ${t(`${one.serviceMinutes} 分钟`, `${one.serviceMinutes} min`)}`,
            })),
          ]}
        />
      )}
    </Answer>
  );
}
