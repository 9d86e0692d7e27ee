import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { Corrections } from './corrections';
import { Disputes } from './disputes';
import { Objections } from './objections';

const views = {
  disputes: ['争议', 'Disputes'],
  objections: ['异议', 'Objections'],
  corrections: ['更正', 'Corrections'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** What is not agreed about service records: before the confirmation, after it, and what is put in its place. */
export function DisputesPage() {
  const t = useText();
  const asked = useAddress().read('view') ?? '';
  const view: View = asked in views ? (asked as View) : 'disputes';
  return (
    <>
      <h1>{t('争议与异议', 'Disputes and objections')}</h1>
      <Views views={views} shown={view} />
      {view === 'disputes' && <Disputes />}
      {view === 'objections' && <Objections />}
      {view === 'corrections' && <Corrections />}
    </>
  );
}
