import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Failure } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { rejectionCodes } from '../terms';

interface Fields {
  code: NonNullable<Schemas['NeedStep']['code']>;
  reason: string;
}

/** Returns a need with a reason that is counted, and words that the resident is told. */
export function Rejection({ id }: { id: string }) {
  const t = useText();
  const term = useTerm();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [isAsking, ask] = useState(false);
  const reject = useMutation({
    mutationFn: (body: Fields) => api.post('/api/v1/needs/{id}/rejection', { path: { id }, body }),
    onSuccess: (after) => {
      ask(false);
      queries.setQueryData(['need', id], after);
      return queries.invalidateQueries({ queryKey: ['needs'] });
    },
  });
  const required = { required: true, message: t('请填写', 'Needed') };
  return (
    <>
      <Button onClick={() => ask(true)}>{t('退回', 'Return it')}</Button>
      <Modal
        open={isAsking}
        title={t('退回这条需求？居民会得知原因。', 'Return this need? The resident is told why.')}
        okText={t('退回需求', 'Return the need')}
        okButtonProps={{ loading: reject.isPending }}
        cancelText={t('返回', 'Back')}
        onOk={() => form.submit()}
        onCancel={() => ask(false)}
      >
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(fields) => reject.mutate(fields)}
        >
          <Form.Item name="code" label={t('原因', 'Reason')} rules={[required]}>
            <Select
              options={Object.entries(rejectionCodes).map(([value, wording]) => ({
                value,
                label: term(wording),
              }))}
            />
          </Form.Item>
          <Form.Item name="reason" label={t('告诉居民', 'What the resident is told')} rules={[required]}>
            <Input maxLength={200} />
          </Form.Item>
        </Form>
        {reject.error !== null && <Failure error={reject.error} />}
      </Modal>
    </>
  );
}
