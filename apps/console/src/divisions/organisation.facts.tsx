import { Form, Input } from 'antd';
import type { Schemas } from '../api';
import { useText } from '../language';
import { OrganisationField } from '../staff/organisation.field';

type Organisation = Schemas['OrganisationView'];

/** What somebody says of an organisation besides its kind and division. */
export type OrganisationFacts = Pick<
  Organisation,
  'name' | 'phone' | 'openedOn' | 'closedOn' | 'supervisorId' | 'operatorId'
>;

/** An empty field is no fact. */
export function saidOf<F extends object>(fields: F): F {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as F;
}

interface Props {
  /** Where it serves; who supervises it serves that too. */
  region: string;
  isNew?: boolean;
}

/** Name, telephone, opening and closing, who supervises and who runs it. */
export function OrganisationFieldsOf({ region, isNew = false }: Props) {
  const t = useText();
  return (
    <>
      <Form.Item
        name="name"
        label={t('名称', 'Name')}
        rules={[{ required: true, whitespace: true, message: t('请填写名称', 'Say its name') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('公开电话（可不填）', 'Public telephone (optional)')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <div className="row">
        <Form.Item name="openedOn" label={t('成立日期（可不填）', 'Opened on (optional)')} className="grow">
          <Input type="date" />
        </Form.Item>
        {!isNew && (
          <Form.Item
            name="closedOn"
            label={t('撤销日期（可不填）', 'Closed from (optional)')}
            extra={t(
              '从这天起不再受理；在岗账号须先停用。',
              'From this day on it answers for nobody; its staff go first.',
            )}
            className="grow"
          >
            <Input type="date" />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name="supervisorId"
        label={t('督导机构（可不填）', 'Supervised by (optional)')}
        extra={t('管辖其区划的上级机构。', 'One above it whose division contains its own.')}
      >
        <OrganisationField role="supervisor" region={region} />
      </Form.Item>
      <Form.Item
        name="operatorId"
        label={t('承接机构（可不填）', 'Run by (optional)')}
        extra={t(
          '社工站、县总站、指导中心和社工室由承接机构运营时填写。',
          'Where a station, hub, centre or room is run by one.',
        )}
      >
        <OrganisationField role="operator" region={region} />
      </Form.Item>
    </>
  );
}
