import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { Failure } from './answer';
import { useText } from './language';

interface DecisionProps<F extends object> {
  /** On the button that opens it, and the one that sends it. */
  name: string;
  title: string;
  /** What it needs, as form items; nothing where the question is enough. */
  children?: ReactNode | ((form: FormInstance<F>) => ReactNode);
  initial?: Partial<F>;
  isPrimary?: boolean;
  isDanger?: boolean;
  /** Something of it is still missing on the page. */
  isIncomplete?: boolean;
  decide: (fields: F) => Promise<unknown>;
  /** First parts of the keys of queries that it makes stale. */
  changes: readonly string[];
  done?: () => void;
}

/** A step that cannot be taken back: a button, the question with what is needed for it, and why it failed. */
export function Decision<F extends object>(props: DecisionProps<F>) {
  const { name, title, children, initial, isPrimary, isDanger, isIncomplete, decide, changes, done } = props;
  const t = useText();
  const queries = useQueryClient();
  const [form] = Form.useForm<F>();
  const [isOpen, setOpen] = useState(false);
  const send = useMutation({
    mutationFn: decide,
    onSuccess: async () => {
      setOpen(false);
      await Promise.all(changes.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      done?.();
    },
  });
  const leave = () => {
    send.reset();
    setOpen(false);
  };
  return (
    <>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        danger={isDanger}
        disabled={isIncomplete}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={name}
        // Where there is nothing to fill in, Enter is enough.
        okButtonProps={{ danger: isDanger, loading: send.isPending, autoFocus: !children }}
        cancelText={t('返回', 'Back')}
        onOk={() => form.submit()}
        onCancel={leave}
        destroyOnHidden
      >
        <Form<F>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial}
          clearOnDestroy
          onFinish={(fields) => send.mutate(fields)}
        >
          {typeof children === 'function' ? children(form) : children}
        </Form>
        {send.error !== null && <Failure error={send.error} />}
      </Modal>
    </>
  );
}
