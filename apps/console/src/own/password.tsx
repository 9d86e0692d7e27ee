import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Failure } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { NewPassword, type NewPasswordFields } from '../sign-in/new.password';

interface Fields extends NewPasswordFields {
  currentPassword: string;
}

/** One's own password, changed with the one it replaces. */
export function Password() {
  const t = useText();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: Fields) =>
      api.post('/api/v1/own/password', { body: { currentPassword, newPassword } }),
    onSuccess: () => {
      form.resetFields();
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <div className="narrow">
      <p className="quiet">
        {t(
          '改后您在其他地方的登录随即结束，这里不受影响。',
          'Sessions of yours elsewhere end with it; this one goes on.',
        )}
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => change.mutate(fields)}
      >
        <Form.Item
          name="currentPassword"
          label={t('当前密码', 'Current password')}
          rules={[{ required: true, message: t('请输入当前密码', 'Type your current password') }]}
        >
          <Input type="password" autoComplete="current-password" />
        </Form.Item>
        <NewPassword />
        {change.error !== null && <Failure error={change.error} />}
        {change.data && (
          <p role="status">
            {t('密码已修改，其他登录已结束。', 'The password was changed; other sessions have ended.')}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('修改密码', 'Change the password')}
        </Button>
      </Form>
    </div>
  );
}
