import { useQuery } from '@tanstack/react-query';
import { Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText, type Wording } from '../language';
import { hindrances } from '../terms';

type Item = Schemas['QueueItem'];
type Candidate = Schemas['Candidate'];

const partNames: Record<Schemas['MatchPart']['name'], Wording> = {
  distance: ['距离', 'distance'],
  route: ['顺路', 'on the way'],
  window: ['时间', 'time'],
  skill: ['技能', 'skills'],
  urgency: ['紧急', 'urgency'],
  waiting: ['已等', 'waiting'],
  fairness: ['均衡', 'fairness'],
};
const askedStates: Record<Schemas['DispatchAsked']['state'], Wording> = {
  waiting: ['等待征询', 'Not asked yet'],
  sent: ['正在征询', 'Being asked'],
  accepted: ['已接受', 'Accepted'],
  refused: ['已谢绝', 'Refused'],
  silent: ['未应答', 'No answer'],
  over: ['已结束', 'Over'],
};
const mostAsked = 10;

/** Who could be asked for an errand and why; those chosen are asked one after another. */
export function DispatchDrawer({ item, close }: { item: Item | undefined; close: () => void }) {
  const t = useText();
  return (
    <Drawer
      open={item !== undefined}
      onClose={close}
      title={t('派单：逐一征询，志愿者可以谢绝', 'Dispatch: asked one by one, free to refuse')}
      size="min(560px, 100vw)"
      destroyOnHidden
    >
      {item && (item.dispatchId ? <Progress id={item.dispatchId} /> : <Choice errandId={item.errand.id} />)}
    </Drawer>
  );
}

function Progress({ id }: { id: string }) {
  const term = useTerm();
  const dispatch = useQuery({
    queryKey: ['dispatch', id],
    queryFn: () => api.get('/api/v1/dispatches/{id}', { path: { id } }),
  });
  return (
    <Answer query={dispatch}>
      {({ asked }) => (
        <ol className="asked">
          {asked.map(({ volunteerId, volunteerName, state }) => (
            <li key={volunteerId}>
              {volunteerName} <span className="quiet">{term(askedStates[state])}</span>
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}

function Choice({ errandId }: { errandId: string }) {
  const t = useText();
  const [id] = useState(newId);
  const [chosen, setChosen] = useState<string[]>([]);
  const candidates = useQuery({
    queryKey: ['candidates', errandId],
    queryFn: () => api.get('/api/v1/errands/{errandId}/candidates', { path: { errandId } }),
  });
  const toggle = (volunteerId: string) =>
    setChosen((before) =>
      before.includes(volunteerId)
        ? before.filter((one) => one !== volunteerId)
        : [...before, volunteerId].slice(0, mostAsked),
    );
  return (
    <Answer
      query={candidates}
      empty={{
        when: ({ items }) => items.length === 0,
        teach: t(
          '附近没有合适的志愿者。可在群里征集，或转介。',
          'Nobody near by fits. Ask around, or refer the need.',
        ),
      }}
    >
      {({ items }) => (
        <>
          <Candidates items={items} chosen={chosen} toggle={toggle} />
          <Decision
            name={t(`按顺序征询 ${chosen.length} 人`, `Ask ${chosen.length} in this order`)}
            title={t(
              '按此顺序逐一征询？第一位随即收到，不能收回；谁都可以谢绝。',
              'Ask them one after another? The first is asked at once, for good; everybody may refuse.',
            )}
            isPrimary
            isIncomplete={chosen.length === 0}
            changes={['queue']}
            decide={() =>
              api.post('/api/v1/errands/{errandId}/dispatches', {
                path: { errandId },
                body: { id, volunteers: chosen.map((volunteerId) => ({ volunteerId })) },
              })
            }
          />
        </>
      )}
    </Answer>
  );
}

interface CandidatesProps {
  items: readonly Candidate[];
  chosen: readonly string[];
  toggle: (volunteerId: string) => void;
}

function Candidates({ items, chosen, toggle }: CandidatesProps) {
  return (
    <ul className="candidates">
      {items.map((candidate) => (
        <li key={candidate.volunteerId}>
          <Checkbox
            checked={chosen.includes(candidate.volunteerId)}
            onChange={() => toggle(candidate.volunteerId)}
          >
            <strong>{candidate.volunteerName}</strong>{' '}
            <span className="order">{order(chosen, candidate.volunteerId)}</span>
          </Checkbox>
          <Why candidate={candidate} />
        </li>
      ))}
    </ul>
  );
}

function order(chosen: readonly string[], volunteerId: string): string {
  const index = chosen.indexOf(volunteerId);
  return index < 0 ? '' : `#${index + 1}`;
}

/** The parts of the score that count for something, the distance, and what speaks against it. */
function Why({ candidate }: { candidate: Candidate }) {
  const t = useText();
  const term = useTerm();
  const { match, distanceMetres, errandsLately } = candidate;
  const parts = match.parts.filter(({ value, weight }) => value * weight > 0);
  return (
    <div className="why">
      <span>{t(`匹配 ${match.score}`, `Match ${match.score}`)}</span>
      {distanceMetres !== undefined && (
        <span>{t(`约 ${distanceMetres / 1000} 公里`, `about ${distanceMetres / 1000} km`)}</span>
      )}
      <span>{t(`近 30 天 ${errandsLately} 单`, `${errandsLately} in 30 days`)}</span>
      <span className="quiet">{parts.map(({ name }) => term(partNames[name])).join(t('、', ', '))}</span>
      {candidate.hindrances.map(({ reason }) => (
        <span key={reason} className="hindrance">
          {term(hindrances[reason])}
        </span>
      ))}
    </div>
  );
}
