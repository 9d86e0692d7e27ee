import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem, type Schemas } from './api';
import { useText } from './language';

/** What to say of a failure, in the language of the page. */
export function useExplanation(): (error: unknown) => { title: string; detail: string; trace?: string } {
  const t = useText();
  return (error) => {
    if (error instanceof ApiProblem) {
      const { title, detail, instance } = error.problem;
      return { title, detail, trace: instance };
    }
    return {
      title: t('没有收到应答', 'No answer came'),
      detail: t(
        '请检查网络后重试；已填写的内容仍在。',
        'Check the network and try again; what you typed is still here.',
      ),
    };
  };
}

/** A failure: what happened, what to do, and what to tell the administrator. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useText();
  const { title, detail, trace } = useExplanation()(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {detail}
          {trace && <div className="trace">{`${t('追踪号', 'Trace')} ${trace}`}</div>}
        </>
      }
      action={retry && <Button onClick={retry}>{t('重试', 'Try again')}</Button>}
    />
  );
}

interface AnswerProps<T> {
  /** Of one answer, or of pages put together. */
  query: Pick<UseQueryResult<T>, 'data' | 'error'> & { refetch: () => Promise<unknown> };
  /** Nothing to show: what to do then. */
  empty?: { when: (data: T) => boolean; teach: ReactNode };
  /** A refusal that says that there is nothing yet: no fault, and told as calmly. */
  nothingYet?: Schemas['Problem']['code'];
  children: (data: T) => ReactNode;
}

/** What a query brought; until then, instead or when it failed, what a person should know. */
export function Answer<T>({ query, empty, nothingYet, children }: AnswerProps<T>) {
  const t = useText();
  const { data, error, refetch } = query;
  if (error instanceof ApiProblem && error.problem.code === nothingYet)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={`${error.problem.title} ${error.problem.detail}`}
      />
    );
  if (data === undefined) {
    if (error) return <Failure error={error} retry={() => void refetch()} />;
    return (
      <div role="status" aria-label={t('正在读取', 'Loading')}>
        <Skeleton active={false} paragraph={{ rows: 4 }} />
      </div>
    );
  }
  return (
    <>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {empty?.when(data) ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty.teach} />
      ) : (
        children(data)
      )}
    </>
  );
}
