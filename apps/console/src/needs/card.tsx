import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState } from 'react';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm } from '../language';
import { clock, moment } from '../time';
import { errandStates, needStates, needTypes } from '../terms';

/** One need on the board. Its errand is asked for once the card has been on the screen. */
export const NeedCard = memo(function NeedCard(props: {
  need: Schemas['NeedView'];
  open: (id: string) => void;
}) {
  const { need, open } = props;
  const term = useTerm();
  const language = useLanguage();
  const { id, type, summary, state, residentName, windowStart, windowEnd, errandId } = need;
  const [card, wasSeen] = useSeen<HTMLButtonElement>();
  const isMoving = state === 'posted' || state === 'dispatched';
  const errand = useQuery({
    queryKey: ['errand', errandId],
    queryFn: () => api.get('/api/v1/errands/{id}', { path: { id: errandId ?? '' } }),
    enabled: isMoving && wasSeen && errandId !== undefined,
  });
  const stands = isMoving && errand.data ? term(errandStates[errand.data.state]) : term(needStates[state]);
  const holder = errand.data?.claims.find((claim) => claim.state !== 'released')?.volunteerName;
  return (
    <button ref={card} type="button" className="card" onClick={() => open(id)}>
      <span className="line">
        <strong>{term(needTypes[type])}</strong>
        <span className={`state ${errand.data?.state ?? state}`}>{stands}</span>
      </span>
      <span className="summary">{summary}</span>
      <span className="line quiet">
        <span>{residentName}</span>
        <span>{`${moment(windowStart, language)} – ${clock(windowEnd)}`}</span>
      </span>
      {holder && isMoving && <span className="quiet">{holder}</span>}
    </button>
  );
});

/** Becomes true when the element first comes near the screen, and stays so. */
function useSeen<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [wasSeen, see] = useState(false);
  useEffect(() => {
    if (!element.current || wasSeen) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && see(true),
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [wasSeen]);
  return [element, wasSeen] as const;
}
