import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { Answer, useExplanation } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { recordStates } from '../terms';
import { moment } from '../time';
import { RecordDrawer } from './record.drawer';

type Record = Schemas['ServiceRecordView'];
type State = Record['state'];

/** Service records; minutes that no device proves wait for two people, never the same one twice. */
export function RecordsPage() {
  const t = useText();
  const term = useTerm();
  const [search, setSearch] = useSearchParams({ state: 'submitted' });
  const state = search.get('state') as State;
  const records = useQuery({
    queryKey: ['records', state],
    queryFn: () => api.get('/api/v1/service-records', { query: { state, limit: 100 } }),
  });
  return (
    <>
      <div className="title">
        <h1>{t('服务记录', 'Service records')}</h1>
        <label className="filter">
          {t('状态', 'State')}
          <Select
            aria-label={t('状态', 'State')}
            value={state}
            popupMatchSelectWidth={false}
            onChange={(value: string) => setSearch({ state: value })}
            options={Object.entries(recordStates).map(([value, wording]) => ({
              value,
              label: term(wording),
            }))}
          />
        </label>
      </div>
      <p className="quiet">
        {t(
          '设备核实的时长一人确认即可；未经设备核实的须两人确认，本人与亲属不能确认自己的。',
          'Minutes proven by a device need one confirmation, others two; nobody confirms the own or a relative’s.',
        )}
      </p>
      <Answer
        query={records}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t('这个状态下没有记录。', 'No records in this state.'),
        }}
      >
        {({ items }) => <Records items={items} open={(id) => setSearch({ state, record: id })} />}
      </Answer>
      <RecordDrawer id={search.get('record') ?? undefined} close={() => setSearch({ state })} />
    </>
  );
}

function Records({ items, open }: { items: readonly Record[]; open: (id: string) => void }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  return (
    <Table<Record>
      rowKey="id"
      dataSource={items}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('结束', 'Ended'),
          render: (_, { id, endedAt }) => (
            <Button type="link" size="small" onClick={() => open(id)}>
              {moment(endedAt, language)}
            </Button>
          ),
        },
        { title: t('分钟', 'Minutes'), dataIndex: 'serviceMinutes', align: 'right' },
        {
          title: t('核实', 'Proof'),
          render: (_, { verification }) =>
            verification === 'deviceVerified' ? t('设备核实', 'By device') : t('人工证明', 'Attested'),
        },
        {
          title: t('确认', 'Confirmed'),
          render: (_, one) => `${one.confirmationsGiven} / ${one.confirmationsNeeded}`,
        },
        { title: t('状态', 'State'), render: (_, { state }) => term(recordStates[state]) },
        {
          title: t('核查', 'Review'),
          render: (_, record) => record.state === 'submitted' && <Review record={record} />,
        },
      ]}
    />
  );
}

/** A confirmation cannot be taken back, hence the question. */
function Review({ record }: { record: Record }) {
  const t = useText();
  const { modal, message } = App.useApp();
  const explain = useExplanation();
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      api.post('/api/v1/service-records/{id}/confirmations', {
        path: { id: record.id },
        body: { method: 'review' },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['records'] }),
    onError: (error) => {
      const { title, detail } = explain(error);
      void message.error(`${title} ${detail}`, 8);
    },
  });
  const ask = () =>
    void modal.confirm({
      title: t(`确认 ${record.serviceMinutes} 分钟？`, `Confirm ${record.serviceMinutes} minutes?`),
      content: t(
        '确认后不能撤回；有误时须提出更正。',
        'It cannot be taken back; faults are corrected by a new version.',
      ),
      okText: t('确认', 'Confirm'),
      cancelText: t('返回', 'Back'),
      onOk: () => confirm.mutateAsync().catch(() => undefined),
    });
  return (
    <Button loading={confirm.isPending} onClick={ask}>
      {t('已核查，确认', 'Looked into: confirm')}
    </Button>
  );
}
