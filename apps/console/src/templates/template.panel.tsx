import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { needTypes } from '../terms';
import { moment } from '../time';
import { TemplateFieldsOf, type TemplateFields } from './template.fields';
import { requirementNames, type Template } from './template.terms';

interface Props {
  /** Undefined: closed. */
  template: Template | undefined;
  /** Where the next version would be offered. */
  region: string;
  close: () => void;
}

/** A template as it stands at a place, what it was before, and how it goes on. */
export function TemplatePanel({ template, region, close }: Props) {
  const t = useText();
  return (
    <Drawer
      open={template !== undefined}
      onClose={close}
      title={t('需求模板', 'Template of needs')}
      size="min(560px, 100vw)"
      destroyOnHidden
    >
      {template && (
        <>
          <Content template={template} />
          <Steps key={`${template.id} ${template.version}`} template={template} region={region} />
          <Versions template={template} />
        </>
      )}
    </Drawer>
  );
}

function Content({ template }: { template: Template }) {
  const t = useText();
  const term = useTerm();
  const { title, titleEn, type, summary, riskNotice, requirements, isPurchase } = template;
  return (
    <>
      <h2>{[title, titleEn].filter(Boolean).join(' · ')}</h2>
      <p>{summary}</p>
      {riskNotice && <p className="risk">{`${t('风险告知', 'Risk')}：${riskNotice}`}</p>}
      <p className="quiet">
        {[
          term(needTypes[type]),
          t(`预计 ${template.expectedMinutes} 分钟`, `${template.expectedMinutes} min`),
          t(`${template.slots} 人`, `${template.slots} wanted`),
          t(
            `${template.escalationMinutes} 分钟无人接单转社工站`,
            `to the station after ${template.escalationMinutes} min`,
          ),
          ...requirements.map((one) => term(requirementNames[one])),
          ...(isPurchase ? [t('代购', 'Something is bought')] : []),
        ].join(t('；', '; '))}
      </p>
    </>
  );
}

/** The next version where the template is of this place; one of its own that stands in for it where it is not. */
function Steps({ template, region }: { template: Template; region: string }) {
  const t = useText();
  const [freshId] = useState(newId);
  const { madeAt: _, ...content } = template;
  const isOwn = template.region === region;
  const save = (fields: Partial<TemplateFields>, isRetired: boolean) =>
    api.post('/api/v1/need-templates', {
      body: {
        ...{ ...content, ...fields, region, isRetired },
        ...(isOwn ? { version: template.version + 1 } : { id: freshId, version: 1 }),
      },
    });
  return (
    <div className="steps">
      <Decision<TemplateFields>
        name={isOwn ? t('保存下一版', 'Save the next version') : t('本地另立一份', 'Make one for this place')}
        title={t(
          '此后发布的需求用新内容；已发布的保持原样。',
          'Needs posted from now on have it; those already posted stay as they are.',
        )}
        isPrimary
        initial={template}
        changes={['templates', 'template-versions']}
        decide={(fields) => save(fields, template.isRetired)}
      >
        <TemplateFieldsOf isNew={false} />
      </Decision>
      {template.isRetired ? (
        <Decision
          name={t('恢复使用', 'Offer it again')}
          title={t('重新用来发布需求？', 'Offer it again to those who post?')}
          changes={['templates', 'template-versions']}
          decide={() => save({}, false)}
        />
      ) : (
        <Decision
          name={t('停用', 'Retire')}
          title={t(
            '这里不再能用它发布需求，上级同代号的也不再提供；随时可以恢复。',
            'Nobody posts with it here any more, nor with a wider one of its key; it can be offered again.',
          )}
          isDanger
          changes={['templates', 'template-versions']}
          decide={() => save({}, true)}
        />
      )}
    </div>
  );
}

function Versions({ template: { id } }: { template: Template }) {
  const t = useText();
  const language = useLanguage();
  const versions = useQuery({
    queryKey: ['template-versions', id],
    queryFn: () => api.get('/api/v1/need-templates/{id}/versions', { path: { id } }),
  });
  return (
    <>
      <h2>{t('各个版本', 'Versions')}</h2>
      <Answer query={versions}>
        {({ items }) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.version} className="panel">
                <strong>{t(`第 ${one.version} 版`, `Version ${one.version}`)}</strong>{' '}
                {one.isRetired && <span className="state">{t('停用', 'Retired')}</span>}{' '}
                <span className="quiet">
                  {one.madeAt ? moment(one.madeAt, language) : t('系统自带', 'Comes with Shunlu')}
                </span>
                <p>{`${one.title}：${one.summary}`}</p>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}
