import { useQuery } from '@tanstack/react-query';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useText } from '../language';
import { moment } from '../time';

type Session = Schemas['SessionView'];

/** Where one is signed in; what one does not know is ended at once. */
export function Sessions() {
  const t = useText();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api.get('/api/v1/sessions') });
  return (
    <>
      <p className="quiet">
        {t(
          '不是您本人的，请结束它，并马上修改密码。',
          'One that is not yours: end it, and change your password at once.',
        )}
      </p>
      <Answer query={sessions}>
        {({ items }) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.id} className="panel">
                <SessionPanel session={one} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function SessionPanel({ session: { id, startedAt, expiresAt, isCurrent } }: { session: Session }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <h2>
        {t(`${moment(startedAt, language)} 登录`, `Signed in ${moment(startedAt, language)}`)}{' '}
        {isCurrent && <span className="state claimed">{t('当前', 'This one')}</span>}
      </h2>
      <p className="quiet">
        {t(
          `最晚 ${moment(expiresAt, language)} 失效`,
          `Ends by ${moment(expiresAt, language)} at the latest`,
        )}
      </p>
      {!isCurrent && (
        <div className="steps">
          <Decision
            name={t('结束这处登录', 'End this session')}
            title={t(
              '结束后五秒内失效，须重新登录。',
              'It ends within five seconds; one has to sign in anew.',
            )}
            isDanger
            changes={['sessions']}
            decide={() => api.post('/api/v1/sessions/{id}/closing', { path: { id } })}
          />
        </div>
      )}
    </>
  );
}
