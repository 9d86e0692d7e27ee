import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Failure } from '../answer';
import { api } from '../api';
import { useLanguage, useText } from '../language';
import { moment } from '../time';

/** Puts a one-time password in the place of a forgotten one, and shows it once. */
export function ResetPassword({ id, userName }: { id: string; userName: string }) {
  const t = useText();
  const language = useLanguage();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const reset = useMutation({
    mutationFn: () => api.post('/api/v1/staff/{id}/password-reset', { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['staff'] }),
  });
  const leave = () => {
    reset.reset();
    setOpen(false);
  };
  const given = reset.data;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('重置密码', 'Reset the password')}
      </Button>
      <Modal
        open={isOpen}
        title={
          given
            ? t('一次性密码：只显示这一次', 'One-time password: shown only now')
            : t(`重置 ${userName} 的密码？`, `Reset the password of ${userName}?`)
        }
        okText={given ? t('已告诉本人', 'The person has it') : t('重置密码', 'Reset the password')}
        okButtonProps={{ danger: !given, loading: reset.isPending }}
        cancelText={t('返回', 'Back')}
        cancelButtonProps={given && { style: { display: 'none' } }}
        onOk={() => (given ? leave() : reset.mutate())}
        onCancel={leave}
        mask={{ closable: !given }}
        destroyOnHidden
      >
        {given ? (
          <>
            <p role="status">
              <code className="key">{given.password.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
            <p>
              {t(
                `当面或打电话告诉本人；登录时去掉空格，并须换成自己的密码。${moment(given.expiresAt, language)} 前有效。`,
                `Tell the person in person or by telephone; it is typed without spaces and must be replaced. Good until ${moment(given.expiresAt, language)}.`,
              )}
            </p>
          </>
        ) : (
          <p>
            {t(
              '旧密码与全部登录随即失效。请先确认是本人来办。',
              'The old password and all sessions end at once. Make sure that it is the person who asks.',
            )}
          </p>
        )}
        {reset.error !== null && <Failure error={reset.error} />}
      </Modal>
    </>
  );
}
