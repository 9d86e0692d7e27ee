import { lazy, Suspense, useState } from 'react';
import { useText } from '../language';
import { Switches } from '../shell';
import { CodeStep } from './code.step';
import { PasswordStep } from './password.step';
import type { Step } from './step';

const EnrolmentStep = lazy(async () => ({ default: (await import('./enrolment.step')).EnrolmentStep }));

const ReplacementStep = lazy(async () => ({ default: (await import('./replacement.step')).ReplacementStep }));

/** Staff sign in, by two factors where the API asks for them; volunteers and residents use the mini-program. */
export function SignInPage() {
  const t = useText();
  const [step, go] = useState<Step>({ at: 'password' });
  return (
    <div className="sign-in">
      <header>
        <Switches />
      </header>
      <main>
        <h1>{t('顺路控制台', 'Shunlu console')}</h1>
        {step.at === 'password' && <PasswordStep go={go} />}
        {step.at === 'code' && <CodeStep {...step} go={go} />}
        {step.at === 'replacement' && (
          <Suspense fallback={<p role="status">{t('正在打开…', 'Opening …')}</p>}>
            <ReplacementStep {...step} go={go} />
          </Suspense>
        )}
        {step.at === 'enrolment' && (
          <Suspense fallback={<p role="status">{t('正在打开…', 'Opening …')}</p>}>
            <EnrolmentStep {...step} go={go} />
          </Suspense>
        )}
      </main>
    </div>
  );
}
