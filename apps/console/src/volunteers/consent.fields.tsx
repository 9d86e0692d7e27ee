import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useText } from '../language';

type Text = Schemas['ConsentText'];

/** Each purpose is read and agreed to by itself; the law asks for it, and nothing is ticked beforehand. */
export function ConsentFields() {
  const t = useText();
  const texts = useQuery({
    queryKey: ['consent-texts'],
    queryFn: () => api.get('/api/v1/consent-texts'),
    staleTime: Infinity,
  });
  return (
    <fieldset>
      <legend>{t('请本人逐条阅读，或读给本人听', 'The person reads each, or has it read out')}</legend>
      <Answer query={texts}>
        {({ items }) => (
          <>
            {items.map((text) => (
              <Consent key={text.purpose} text={text} />
            ))}
          </>
        )}
      </Answer>
    </fieldset>
  );
}

function Consent({ text: { purpose, title, text, isRequired } }: { text: Text }) {
  const t = useText();
  const language = useLanguage();
  const must = {
    validator: (_: unknown, isGiven?: boolean) =>
      isGiven
        ? Promise.resolve()
        : Promise.reject(new Error(t('没有这项同意就不能登记', 'Without it nobody can be registered'))),
  };
  return (
    <div className="consent">
      <Form.Item name={['consents', purpose]} valuePropName="checked" rules={isRequired ? [must] : []}>
        <Checkbox>
          <strong>{title[language]}</strong>
          {!isRequired && <span className="quiet"> {t('（可不同意）', '(may be refused)')}</span>}
        </Checkbox>
      </Form.Item>
      <p>{text[language]}</p>
    </div>
  );
}
