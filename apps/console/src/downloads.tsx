import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Failure } from './answer';
import { download } from './download';
import { useText } from './language';

interface Props {
  path: string;
  query: Record<string, string | undefined>;
  formats: readonly string[];
}

/** The same figures as files, and on paper. */
export function Downloads({ path, query, formats }: Props) {
  const t = useText();
  const fetching = useMutation({ mutationFn: (format: string) => download(path, { ...query, format }) });
  return (
    <div className="steps screen">
      {formats.map((format) => (
        <Button
          key={format}
          loading={fetching.isPending && fetching.variables === format}
          onClick={() => fetching.mutate(format)}
        >
          {t(`下载 ${format.toUpperCase()}`, `Download ${format.toUpperCase()}`)}
        </Button>
      ))}
      <Button onClick={() => window.print()}>{t('打印', 'Print')}</Button>
      {fetching.error !== null && <Failure error={fetching.error} />}
    </div>
  );
}
