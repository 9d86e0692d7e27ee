import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { askPicture, receive } from '../../core/files';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { ask } from '../../core/session';
import { fullDay } from '../../core/time';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Fact, Heading, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box, Picture } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

type Certificate = Schemas['CertificateView'];

/** Certificates of service: ask for one, follow it, show its code, take it along. */
export default function Certificates() {
  const tell = useLaterWords();
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/certificates', { query: { limit: 20 } })));
  return (
    <Page title={tell('certificate.title')}>
      <Request again={loaded.again} />
      <Shown loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty mark="证" title={tell('certificate.none')} />
          ) : (
            <Box as="ul" className="stack">
              {items.map((certificate) => (
                <CertificateCard key={certificate.id} certificate={certificate} again={loaded.again} />
              ))}
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}

const periods = ['thisYear', 'lastYear', 'all'] as const;
type Period = (typeof periods)[number];

/** First and last day. The earliest a certificate may begin is 1990. */
function daysOf(period: Period): { from: string; to: string } {
  const today = fullDay(Date.now());
  const year = Number(today.slice(0, 4));
  if (period === 'thisYear') return { from: `${year}-01-01`, to: today };
  if (period === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  return { from: '1990-01-01', to: today };
}

function Request({ again }: { again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [period, setPeriod] = useState<Period>('all');
  const [id, setId] = useState(newId);
  const [isAsked, setAsked] = useState(false);
  const request = async () => {
    setAsked(false);
    const body = { id, ...daysOf(period) };
    if (await attempt(() => ask((api) => api.post('/api/v1/certificates', { body })))) {
      setAsked(true);
      setId(newId());
      again();
    }
  };
  return (
    <Card as="section">
      <Heading>{tell('certificate.ask')}</Heading>
      <Box as="p" className="soft">
        {tell('certificate.how')}
      </Box>
      <Choice
        label={tell('certificate.period')}
        value={period}
        onChange={(next) => {
          setPeriod(next);
          setId(newId());
        }}
        options={periods.map((each) => [each, tell(`period.${each}`)] as const)}
      />
      {isAsked && (
        <Note tone="good" isSaid>
          {tell('certificate.asked')}
        </Note>
      )}
      {trouble && <TroubleState trouble={trouble} />}
      <Button size="tall" isBusy={isBusy} onPress={() => void request()}>
        {tell('certificate.ask')}
      </Button>
    </Card>
  );
}

const isIssued = ({ state }: Certificate) =>
  state === 'issued' || state === 'inNotice' || state === 'effective';

function CertificateCard({ certificate, again }: { certificate: Certificate; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const { id, state, number, serviceMinutes, effectiveFrom, revocationReason } = certificate;
  const withdraw = () =>
    attempt(async () => {
      const body = { reason: 'withdrawnByVolunteer' as const };
      await ask((api) => api.post('/api/v1/certificates/{id}/revocation', { path: { id }, body }));
      again();
    });
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="strong grow">{`${certificate.from} – ${certificate.to}`}</Box>
        <Tag tone={state === 'effective' ? undefined : state === 'revoked' ? 'danger' : 'warm'}>
          {tell(`certificate.${state}`)}
        </Tag>
      </Box>
      {number && <Fact name={tell('certificate.number')}>{number}</Fact>}
      {serviceMinutes !== undefined && (
        <Fact name={tell('certificate.minutes')}>{tell('minutes', { minutes: serviceMinutes })}</Fact>
      )}
      {effectiveFrom && isIssued(certificate) && (
        <Fact name={tell('certificate.from')}>{fullDay(effectiveFrom)}</Fact>
      )}
      {revocationReason && <Note tone="warm">{tell(`revoked.${revocationReason}`)}</Note>}
      {trouble && <TroubleState trouble={trouble} />}
      {isIssued(certificate) && <Papers id={id} number={number ?? id} />}
      {(state === 'requested' || state === 'accepted') && (
        <Button kind="quiet" isBusy={isBusy} onPress={() => void withdraw()}>
          {tell('certificate.withdraw')}
        </Button>
      )}
    </Card>
  );
}

/** The code to show, and the files to take along. */
function Papers({ id, number }: { id: string; number: string }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [code, setCode] = useState<string>();
  const base = `/api/v1/certificates/${id}`;
  const show = () => attempt(async () => setCode(await askPicture(`${base}/qr`, 'image/gif')));
  const take = (kind: 'pdf' | 'credential') =>
    attempt(() =>
      receive(
        `${base}/${kind}`,
        kind === 'pdf'
          ? { name: `${number}.pdf`, type: 'application/pdf' }
          : { name: `${number}.vc.jwt`, type: 'application/vc+jwt' },
      ),
    );
  return (
    <>
      {trouble && <TroubleState trouble={trouble} />}
      {code ? (
        <>
          <Picture className="qr" src={code} label={tell('certificate.qr')} />
          <Box as="p" className="soft small">
            {tell('certificate.qrHow')}
          </Box>
        </>
      ) : (
        <Button isBusy={isBusy} onPress={() => void show()}>
          {tell('certificate.showQr')}
        </Button>
      )}
      <Button kind="quiet" isBusy={isBusy} onPress={() => void take('pdf')}>
        {tell('certificate.pdf')}
      </Button>
      <Button kind="quiet" isBusy={isBusy} onPress={() => void take('credential')}>
        {tell('certificate.credential')}
      </Button>
    </>
  );
}
