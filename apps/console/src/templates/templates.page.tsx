import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Find, useAddress } from '../address';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { DivisionPath, Place, useDivision } from '../divisions/division.path';
import { useLanguage, useTerm, useText } from '../language';
import { needTypes } from '../terms';
import { useRegion } from '../volunteers/places';
import { type TemplateFields, TemplateFieldsOf } from './template.fields';
import { TemplatePanel } from './template.panel';
import type { Template } from './template.terms';

type Division = Schemas['RegionDetail'];

/** What needs can be posted with at a place: made, changed by versions, retired; whose place it is decides. */
export function TemplatesPage() {
  const t = useText();
  const asked = useDivision();
  // A template belongs to a city or what lies inside one; a municipality is a single city.
  const isProvince = asked.data?.level === 'province';
  const city = useRegion(isProvince ? (asked.data?.children[0]?.code ?? '') : '');
  return (
    <>
      <div className="title">
        <h1>{t('需求模板', 'Templates of needs')}</h1>
        <Find hint={t('名称或代号', 'Title or key')} />
      </div>
      <Answer query={isProvince ? city : asked}>
        {(place) => <Offered key={place.code} place={place} />}
      </Answer>
    </>
  );
}

function Offered({ place }: { place: Division }) {
  const t = useText();
  const { read, choose } = useAddress();
  const wanted = read('find') ?? '';
  const templates = useQuery({
    queryKey: ['templates', place.code, 'withRetired'],
    queryFn: () => api.get('/api/v1/need-templates', { query: { region: place.code, withRetired: true } }),
  });
  const isWanted = ({ title, titleEn = '', key }: Template) =>
    [title, titleEn, key].some((text) => text.toLowerCase().includes(wanted.toLowerCase()));
  const chosen = read('key');
  const [made, setMade] = useState(0);
  return (
    <>
      <div className="title">
        <DivisionPath place={place} />
        <NewTemplate key={made} region={place.code} done={() => setMade(made + 1)} />
      </div>
      <Answer
        query={templates}
        empty={{
          when: ({ items }) => !items.some(isWanted),
          teach: t(
            '没有这样的模板：清空查找，或新建一个。',
            'None like this: clear the search, or make one.',
          ),
        }}
      >
        {({ items }) => (
          <>
            <TemplateTable items={items.filter(isWanted)} />
            <TemplatePanel
              template={items.find(({ key }) => key === chosen)}
              region={place.code}
              close={() => choose({ key: undefined })}
            />
          </>
        )}
      </Answer>
    </>
  );
}

function TemplateTable({ items }: { items: readonly Template[] }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { choose } = useAddress();
  return (
    <Table<Template>
      rowKey="key"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('名称', 'Title'),
          render: (_, { key, title, titleEn }) => (
            <Button type="link" onClick={() => choose({ key })}>
              {language === 'en' ? (titleEn ?? title) : title}
            </Button>
          ),
        },
        { title: t('代号', 'Key'), dataIndex: 'key' },
        { title: t('统计类别', 'Counted under'), render: (_, { type }) => term(needTypes[type]) },
        { title: t('出自', 'Made by'), render: (_, { region }) => <Origin region={region} /> },
        { title: t('版本', 'Version'), dataIndex: 'version', align: 'right' },
        {
          title: t('状态', 'State'),
          render: (_, { isRetired }) =>
            isRetired ? (
              <span className="state">{t('停用', 'Retired')}</span>
            ) : (
              <span className="state claimed">{t('使用中', 'Offered')}</span>
            ),
        },
      ]}
    />
  );
}

function Origin({ region }: { region?: string }) {
  const t = useText();
  if (region === undefined) return <>{t('系统自带', 'Comes with Shunlu')}</>;
  return <Place code={region} />;
}

function NewTemplate({ region, done }: { region: string; done: () => void }) {
  const t = useText();
  const [id] = useState(newId);
  return (
    <Decision<TemplateFields>
      name={t('新建模板', 'Make a template')}
      title={t('在这里和下级区划用来发布需求。', 'Needs are posted with it here and in what lies inside.')}
      initial={{
        ...{ type: 'other', expectedMinutes: 60, slots: 1, escalationMinutes: 240 },
        ...{ requirements: [], isPurchase: false },
      }}
      changes={['templates']}
      done={done}
      decide={(fields) =>
        api.post('/api/v1/need-templates', { body: { ...fields, id, region, version: 1, isRetired: false } })
      }
    >
      <TemplateFieldsOf isNew />
    </Decision>
  );
}
