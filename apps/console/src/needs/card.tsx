import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useState } from 'react';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm } from '../language';
import { clock, moment } from '../time';
import { errandStates, needStates, needTypes } from '../terms';

type Need = Schemas['NeedView'];

/** How long a card has been on the page before its errand is asked for, so that none flies past in vain. */
const restMs = 200;

interface CardProps {
  need: Need;
  open: (id: string) => void;
}

/** One need on the board. */
export const NeedCard = memo(function NeedCard({ need, open }: CardProps) {
  const term = useTerm();
  const { errandId, state } = need;
  const isMoving = (state === 'posted' || state === 'dispatched') && errandId !== undefined;
  return isMoving ? (
    <MovingCard need={need} errandId={errandId} open={open} />
  ) : (
    <Card need={need} open={open} state={state} stands={term(needStates[state])} />
  );
});

/** A need whose errand says how it stands. */
function MovingCard({ need, errandId, open }: CardProps & { errandId: string }) {
  const term = useTerm();
  const errand = useQuery({
    queryKey: ['errand', errandId],
    queryFn: () => api.get('/api/v1/errands/{id}', { path: { id: errandId } }),
    enabled: useHasRested(),
  }).data;
  return (
    <Card
      need={need}
      open={open}
      state={errand?.state ?? need.state}
      stands={term(errand ? errandStates[errand.state] : needStates[need.state])}
      holder={errand?.claims.find((claim) => claim.state !== 'released')?.volunteerName}
    />
  );
}

interface StandingProps extends CardProps {
  state: string;
  stands: string;
  holder?: string;
}

function Card({ need, open, state, stands, holder }: StandingProps) {
  const term = useTerm();
  const language = useLanguage();
  const { id, type, summary, residentName, windowStart, windowEnd } = need;
  return (
    <button type="button" className="card" onClick={() => open(id)}>
      <span className="line">
        <strong>{term(needTypes[type])}</strong>
        <span className={`state ${state}`}>{stands}</span>
      </span>
      <span className="summary">{summary}</span>
      <span className="line quiet">
        <span>{residentName}</span>
        <span>{`${moment(windowStart, language)} – ${clock(windowEnd)}`}</span>
      </span>
      {holder && <span className="quiet">{holder}</span>}
    </button>
  );
}

function useHasRested(): boolean {
  const [hasRested, rest] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => rest(true), restMs);
    return () => window.clearTimeout(timer);
  }, []);
  return hasRested;
}
