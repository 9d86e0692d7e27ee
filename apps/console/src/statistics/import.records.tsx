import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { Failure } from '../answer';
import { api, newId } from '../api';
import { useTerm, useText } from '../language';
import { decode, mostLines, type ReadLine, readLines } from './csv';
import { figureOf, metricNames } from './statistic.terms';

type Line = ReadLine & { id: string };

const example = [
  '指标,起日,止日,数值,限定,来源,依据',
  '个案,2026-01-01,2026-01-31,12,准确,某某社工站,一月个案名册',
  '持证社工,,2026-01-31,5,准确,某某社工站,岗位名册',
  '资源折合价值,2026-01-01,2026-01-31,3000.50,约,某某社工站,捐赠清单',
].join('\n');

/** Many records of a file: looked through line by line first, then entered all or none. */
export function ImportRecords({ region, today }: { region: string; today: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState<Line[]>();
  const queries = useQueryClient();
  const leave = () => {
    setOpen(false);
    setLines(undefined);
    send.reset();
  };
  const send = useMutation({
    mutationFn: () => {
      const items = (lines ?? []).flatMap(({ id, record }) => (record ? [{ ...record, id, region }] : []));
      return api.post('/api/v1/statistics/import', { body: { items } });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['statistics'] });
      leave();
    },
  });
  // Ids are made as a file is read, so that sending again is the same write.
  const take = async ({ target: { files } }: ChangeEvent<HTMLInputElement>) => {
    send.reset();
    const file = files?.[0];
    const read = file && readLines(decode(await file.arrayBuffer()), today);
    setLines(read?.map((line) => ({ ...line, id: newId() })));
  };
  const isReady = lines?.every(({ record }) => record) && lines.length > 0 && lines.length <= mostLines;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('从文件导入', 'Import a file')}</Button>
      <Modal
        open={isOpen}
        title={t('从文件导入', 'Import a file')}
        okText={t('全部登记', 'Enter all')}
        okButtonProps={{ disabled: !isReady, loading: send.isPending }}
        cancelText={t('返回', 'Back')}
        onOk={() => send.mutate()}
        onCancel={leave}
        destroyOnHidden
      >
        <Help />
        <input
          type="file"
          accept=".csv,text/csv"
          aria-label={t('选择文件', 'Choose a file')}
          onChange={(event) => void take(event)}
        />
        {lines && <Report lines={lines} />}
        {send.error !== null && <Failure error={send.error} />}
      </Modal>
    </>
  );
}

/** What a file looks like, beside where it is chosen. */
function Help() {
  const t = useText();
  return (
    <>
      <p>
        {t(
          `CSV 文件，第一行为标题，至多 ${mostLines} 行；先逐行检查，全部无误才登记，要么全部登记，要么都不登记。`,
          `A CSV file with a heading, ${mostLines} lines at most. Each line is checked first; all are entered, or none.`,
        )}
      </p>
      <pre className="wide" tabIndex={0} role="group" aria-label={t('样例', 'Example')}>
        {example}
      </pre>
    </>
  );
}

function Report({ lines }: { lines: readonly Line[] }) {
  const t = useText();
  const term = useTerm();
  const wrong = lines.filter(({ problem }) => problem).length;
  return (
    <>
      <p role="status">
        {lines.length > mostLines
          ? t(`超过 ${mostLines} 行，请分几个文件`, `More than ${mostLines} lines: use several files`)
          : t(
              `共 ${lines.length} 行，${wrong} 行有误${wrong > 0 ? '；改好后重新选择文件' : ''}`,
              `${lines.length} lines, ${wrong} of them wrong${wrong > 0 ? '; put them right and choose the file again' : ''}`,
            )}
      </p>
      <ol className="list">
        {lines.slice(0, mostLines).map(({ line, record, problem }) => (
          <li key={line} className={problem ? 'risk' : undefined}>
            {t(`第 ${line} 行：`, `Line ${line}: `)}
            {record ? `${term(metricNames[record.metric])} ${figureOf(record, t)}` : term(problem)}
          </li>
        ))}
      </ol>
    </>
  );
}
