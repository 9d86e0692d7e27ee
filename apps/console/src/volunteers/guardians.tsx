import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import type { Terms } from '../terms';
import { moment } from '../time';

type Consent = Schemas['GuardianConsentView'];

const relations: Terms<Consent['relation']> = {
  parent: ['父母', 'Parent'],
  grandparent: ['祖父母、外祖父母', 'Grandparent'],
  adultSibling: ['成年兄姐', 'Adult sibling'],
  other: ['其他监护人', 'Appointed otherwise'],
};
const ways: Terms<Consent['way']> = {
  inPerson: ['当面同意', 'In person'],
  onPaper: ['书面签字', 'Signed on paper'],
};
const ends: Terms<NonNullable<Consent['endReason']>> = {
  withdrawn: ['已撤回', 'Withdrawn'],
  renewed: ['已由新的代替', 'Renewed since'],
  left: ['志愿者已退出', 'The volunteer left'],
};

/** Consents of the guardians of a minor. Adults have none, and the API says so where one is tried. */
export function Guardians({ id }: { id: string }) {
  const t = useText();
  const consents = useQuery({
    queryKey: ['guardians', id],
    queryFn: () => api.get('/api/v1/volunteers/{id}/guardian-consents', { path: { id } }),
  });
  return (
    <>
      <h2>{t('监护人同意', 'Guardian’s consent')}</h2>
      <Answer
        query={consents}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有登记。未满 18 岁的须有监护人同意才能核验与接单。',
            'None on record. Under 18 nobody is verified or claims without one.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.id} className="panel">
                <ConsentPanel consent={one} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <div className="steps">
        <Give volunteerId={id} />
      </div>
    </>
  );
}

function ConsentPanel({ consent }: { consent: Consent }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { id, guardianName, relation, way, version, givenAt, endedAt, endReason } = consent;
  return (
    <>
      <strong>{guardianName ?? '—'}</strong>{' '}
      <span className={`state ${endedAt === undefined ? 'claimed' : ''}`}>
        {endReason === undefined ? t('有效', 'In force') : term(ends[endReason])}
      </span>
      <p className="quiet">
        {[term(relations[relation]), term(ways[way]), moment(givenAt, language), version].join(' · ')}
        {endedAt !== undefined && ` → ${moment(endedAt, language)}`}
      </p>
      {endedAt === undefined && (
        <Decision
          name={t('监护人撤回', 'The guardian withdraws')}
          title={t(
            '按监护人的话立即撤回，不问理由；此后不能再接单。',
            'At the guardian’s word, at once and without a reason; nothing new can be claimed.',
          )}
          isDanger
          changes={['guardians', 'volunteer', 'volunteers']}
          decide={() => api.post('/api/v1/guardian-consents/{id}/withdrawal', { path: { id } })}
        />
      )}
    </>
  );
}

type Fields = Pick<Consent, 'relation' | 'way'> & { guardianName: string };

function Give({ volunteerId }: { volunteerId: string }) {
  const t = useText();
  const [id, setId] = useState(newId);
  const text = useQuery({
    queryKey: ['guardian-consent-text'],
    queryFn: () => api.get('/api/v1/guardian-consent-text'),
    staleTime: Infinity,
  });
  return (
    <Decision<Fields>
      name={t('登记监护人同意', 'Write a consent down')}
      title={t('请监护人阅读，或读给其听', 'The guardian reads it, or has it read out')}
      initial={{ relation: 'parent', way: 'inPerson' }}
      changes={['guardians', 'volunteer', 'volunteers']}
      decide={(fields) =>
        api.post('/api/v1/volunteers/{volunteerId}/guardian-consents', {
          path: { volunteerId },
          body: { id, ...fields, version: text.data?.version ?? '' },
        })
      }
      done={() => setId(newId())}
    >
      <Answer query={text}>{(data) => <ConsentForm text={data} />}</Answer>
    </Decision>
  );
}

function ConsentForm({ text }: { text: Schemas['GuardianConsentText'] }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const optionsOf = (terms: Terms<string>) =>
    Object.entries(terms).map(([value, name]) => ({ value, label: term(name) }));
  return (
    <>
      <div className="consent">
        <strong>{text.title[language]}</strong>
        <p>{text.text[language]}</p>
      </div>
      <Form.Item
        name="guardianName"
        label={t('监护人姓名（加密保存）', 'Name of the guardian, kept sealed')}
        rules={[{ required: true, whitespace: true, message: t('请填写姓名', 'Say who') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={t('与其关系', 'Relation')}>
        <Radio.Group options={optionsOf(relations)} />
      </Form.Item>
      <Form.Item name="way" label={t('方式', 'How')}>
        <Radio.Group options={optionsOf(ways)} />
      </Form.Item>
    </>
  );
}
