import { Checkbox, Form, Select, Table } from 'antd';
import { useState } from 'react';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { moment } from '../time';
import { slipReasons, slipStates } from './slip.terms';

type Slip = Schemas['SlipView'];

interface Props {
  residentId: string;
  slips: readonly Slip[];
  show: (sheet: Schemas['SlipSheet']) => void;
}

interface Fields {
  reason: NonNullable<Slip['reason']>;
  replace: boolean;
}

/** What became of each slip; those that still count can be chosen and cancelled, all of them where none is. */
export function SlipTable({ residentId, slips, show }: Props) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string[]>([]);
  const open = slips.filter(({ state }) => state === 'printed');
  return (
    <>
      {open.length > 0 && (
        <Cancellation
          residentId={residentId}
          chosen={chosen.filter((id) => open.some((slip) => slip.id === id))}
          openCount={open.length}
          done={(sheet) => {
            setChosen([]);
            if (sheet) show(sheet);
          }}
        />
      )}
      <Table<Slip>
        rowKey="id"
        dataSource={slips}
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(String)),
          hideSelectAll: true,
          columnTitle: t('选', 'Pick'),
          getCheckboxProps: ({ state, expiresOn }) => ({
            disabled: state !== 'printed',
            'aria-label': t(`选择有效期至 ${expiresOn} 的纸条`, `Choose the slip good until ${expiresOn}`),
          }),
        }}
        columns={[
          { title: t('打印', 'Printed'), render: (_, { printedAt }) => moment(printedAt, language) },
          { title: t('有效期至', 'Good until'), dataIndex: 'expiresOn' },
          {
            title: t('状态', 'State'),
            render: (_, { state, reason }) =>
              [term(slipStates[state]), reason && term(slipReasons[reason])].filter(Boolean).join(' · '),
          },
        ]}
      />
    </>
  );
}

interface CancellationProps {
  residentId: string;
  chosen: readonly string[];
  openCount: number;
  done: (sheet: Schemas['SlipSheet'] | undefined) => void;
}

function Cancellation({ residentId, chosen, openCount, done }: CancellationProps) {
  const t = useText();
  const term = useTerm();
  const [id, setId] = useState(newId);
  const count = chosen.length || openCount;
  const cancel = async ({ reason, replace }: Fields) => {
    const slips = chosen.length > 0 ? chosen.map((slipId) => ({ id: slipId })) : undefined;
    const { sheet } = await api.post('/api/v1/residents/{residentId}/paper-slips/cancellations', {
      path: { residentId },
      body: { id, reason, replace, slips },
    });
    setId(newId());
    done(sheet);
  };
  return (
    <Decision<Fields>
      name={t(`作废 ${count} 张`, `Cancel ${count}`)}
      title={t(
        `作废 ${count} 张纸条？拾到的人再也用不了。`,
        `Cancel ${count} slips? Whoever finds them cannot use them.`,
      )}
      isDanger
      initial={{ reason: 'lost', replace: true }}
      changes={['slips']}
      decide={cancel}
    >
      <Form.Item name="reason" label={t('原因', 'Reason')}>
        <Select
          options={Object.entries(slipReasons).map(([value, wording]) => ({ value, label: term(wording) }))}
        />
      </Form.Item>
      <Form.Item name="replace" valuePropName="checked">
        <Checkbox>{t('同时补打一样多', 'Make as many new ones')}</Checkbox>
      </Form.Item>
    </Decision>
  );
}
