import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Answer, Failure } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { useSession } from '../session';
import { channels } from '../terms';
import { addDays } from '../published/day';
import { nextQuarter, toField } from '../time';
import { OrganisationField } from '../staff/organisation.field';
import { type Fields, usePost } from './posting';
import { weekdayOf } from './recurrence';
import { Repeat } from './repeat';
import { findResidents } from './find.residents';
import { useResidents } from './residents';

type Template = Schemas['TemplateView'];

const hourMs = 3_600_000;
/** A series ends after a quarter of a year unless another day is chosen. */
const usualDays = 12 * 7;

/** A need posted while on the phone: who, what, when; every field reached and chosen by keyboard. */
export function PostPage() {
  const t = useText();
  const region = useSession()?.region ?? '';
  const templates = useQuery({
    queryKey: ['templates', region],
    queryFn: () => api.get('/api/v1/need-templates', { query: { region } }),
    // A desk stays open all day; a new template is offered without a reload.
    staleTime: 60_000,
    enabled: region !== '',
  });
  return (
    <div className="narrow">
      <h1>{t('代发需求', 'Post a need')}</h1>
      <Answer query={templates}>
        {({ items }) => <PostForm templates={items.filter(({ isRetired }) => !isRetired)} />}
      </Answer>
    </div>
  );
}

function PostForm({ templates }: { templates: readonly Template[] }) {
  const [form] = Form.useForm<Fields>();
  const [start] = useState(() => nextQuarter(Date.now()));
  const chosen = Form.useWatch('templateId', form);
  const template = templates.find(({ id }) => id === chosen);
  const [search] = useSearchParams();
  const repeats = search.get('repeats') === 'weekly' ? 'weekly' : 'once';
  const isRepeated = (Form.useWatch('repeats', form) ?? repeats) === 'weekly';
  const firstDay = (Form.useWatch('windowStart', form) ?? toField(start)).slice(0, 10);
  const post = usePost(templates);
  const send = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  const fill = (id: string) => {
    const next = templates.find((one) => one.id === id);
    if (!next) return;
    form.setFieldsValue({ summary: next.summary, expectedMinutes: next.expectedMinutes });
    // What was filled in is marked: typing replaces it, going on keeps it.
    requestAnimationFrame(() => {
      const summary = document.querySelector<HTMLTextAreaElement>('#summary');
      summary?.focus();
      summary?.select();
    });
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        channel: 'phone',
        slots: 1,
        windowStart: toField(start),
        windowEnd: toField(start + 2 * hourMs),
        repeats,
        weekdays: [weekdayOf(toField(start).slice(0, 10))],
        until: addDays(toField(start).slice(0, 10), usualDays),
      }}
      onKeyDown={send}
      onFinish={(fields) => post.mutate(fields)}
      onValuesChange={({ templateId }) => templateId && fill(templateId)}
    >
      <Who />
      <What templates={templates} template={template} />
      <When />
      <Repeat isRepeated={isRepeated} firstDay={firstDay} />
      <Whom />
      {post.error !== null && <Failure error={post.error} />}
      <Send isRepeated={isRepeated} isBusy={post.isPending} />
    </Form>
  );
}

function Send({ isRepeated, isBusy }: { isRepeated: boolean; isBusy: boolean }) {
  const t = useText();
  return (
    <>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={isBusy}
        aria-keyshortcuts="Control+Enter"
      >
        {isRepeated
          ? t('发布定期需求', 'Post a need that comes again')
          : t('发布，社工站同时收到', 'Post; the station has it at once')}
      </Button>{' '}
      <span className="quiet">Ctrl + Enter</span>
    </>
  );
}

function Who() {
  const t = useText();
  const term = useTerm();
  const isCommittee = useSession()?.role === 'committee';
  const residents = useResidents();
  const [wanted, setWanted] = useState('');
  return (
    <>
      <Form.Item
        name="residentId"
        label={t('居民', 'Resident')}
        extra={
          isCommittee
            ? t(
                '输入姓氏、拼音首字母、电话尾号或楼号查找',
                'Search by surname, its first letters in pinyin, the end of the number, or the building',
              )
            : t(
                '输入姓氏、拼音首字母或电话尾号查找',
                'Search by surname, its first letters in pinyin, or the end of the number',
              )
        }
        rules={[{ required: true, message: t('请选择居民', 'Choose the resident') }]}
      >
        <Select
          showSearch={{ filterOption: false, onSearch: setWanted }}
          autoFocus
          loading={residents.isFetching}
          notFoundContent={
            residents.error
              ? t('读取失败，请重试', 'Could not be read: try again')
              : t('没有这位居民，请先登记', 'No such resident: register first')
          }
          options={findResidents(residents.data ?? [], wanted)}
        />
      </Form.Item>
      <Form.Item name="channel" label={t('来源', 'How they asked')}>
        <Radio.Group
          options={(['phone', 'walkIn', 'homeVisit'] as const).map((value) => ({
            value,
            label: term(channels[value]),
          }))}
        />
      </Form.Item>
    </>
  );
}

function What({ templates, template }: { templates: readonly Template[]; template: Template | undefined }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <Form.Item
        name="templateId"
        label={t('需要什么', 'What is needed')}
        rules={[{ required: true, message: t('请选择模板', 'Choose a template') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={templates.map(({ id, title, titleEn }) => ({
            value: id,
            label: language === 'en' ? (titleEn ?? title) : title,
          }))}
        />
      </Form.Item>
      {template?.riskNotice && <p className="risk">{`${t('风险告知', 'Risk')}：${template.riskNotice}`}</p>}
      <Form.Item
        name="summary"
        label={t('说明', 'In words')}
        extra={t('不要写姓名、电话、门牌', 'No names, numbers or doors')}
        rules={[{ required: true, message: t('请写明需要什么', 'Say what is needed') }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      {template?.isPurchase && (
        <Form.Item
          name="ceilingYuan"
          label={t('最多花费（元），凭小票报销', 'Most it may cost (yuan), paid back with a receipt')}
          rules={[{ required: true, message: t('请填写最高金额', 'Name the most it may cost') }]}
        >
          <InputNumber min={1} max={5000} precision={2} />
        </Form.Item>
      )}
    </>
  );
}

function When() {
  const t = useText();
  const required = { required: true, message: t('请填写', 'Needed') };
  return (
    <div className="row">
      <Form.Item name="windowStart" label={t('最早', 'From')} rules={[required]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="windowEnd" label={t('最晚', 'To')} rules={[required]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="expectedMinutes" label={t('预计（分钟）', 'Takes (minutes)')} rules={[required]}>
        <InputNumber min={5} max={720} step={5} precision={0} />
      </Form.Item>
    </div>
  );
}

/** How many, and whether the people of one organisation serve together, each time if it comes again. */
function Whom() {
  const t = useText();
  return (
    <div className="row">
      <Form.Item name="slots" label={t('需要几人', 'Volunteers wanted')}>
        <InputNumber min={1} max={200} precision={0} />
      </Form.Item>
      <Form.Item
        name="groupId"
        label={t('团体服务（可不填）', 'Served by a group (optional)')}
        extra={t('时间银行按团体时长计算', 'The time bank counts group hours')}
        className="grow"
      >
        <OrganisationField role="group" />
      </Form.Item>
    </div>
  );
}
