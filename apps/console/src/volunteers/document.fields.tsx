import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTerm, useText } from '../language';
import { documentNames } from '../volunteer.terms';
import { adultYears, type DocumentType, readOther, saysBirthDay, youngestYears } from './identity';
import { IdNumberField } from './id.number.field';

/** What the form says of the document so far. */
function useDocument(): { documentType: DocumentType; idNumber: string; birthDay?: string } {
  const documentType = Form.useWatch<DocumentType | undefined>('documentType') ?? 'residentId';
  const idNumber = Form.useWatch<string | undefined>('idNumber') ?? '';
  const birthDay = Form.useWatch<string | undefined>('birthDay');
  return { documentType, idNumber, birthDay };
}

/** The document, its number and, where the number does not say it, the day of birth; of minors a guardian. */
export function DocumentFields() {
  const t = useText();
  const term = useTerm();
  const form = Form.useFormInstance();
  const { documentType } = useDocument();
  return (
    <>
      <Form.Item name="documentType" label={t('证件', 'Document')}>
        <Select
          onChange={() => form.resetFields(['idNumber', 'birthDay'])}
          options={Object.entries(documentNames).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      {documentType === 'residentId' ? <IdNumberField /> : <OtherFields />}
      <GuardianField />
    </>
  );
}

/** A permit, a passport or another card; nothing but its form can be checked, so the original is looked at. */
function OtherFields() {
  const t = useText();
  const [now] = useState(() => Date.now());
  const document = useDocument();
  const asksBirthDay = !saysBirthDay(document);
  const refuse = (reason: string) => Promise.reject(new Error(reason));
  return (
    <>
      <Form.Item
        name="idNumber"
        label={t('证件号码', 'Number of the document')}
        extra={t('照原件填写；核验前请看原件', 'As on the original; look at it before you verify')}
        normalize={(value: string) => value.replaceAll(/\s/g, '').toUpperCase()}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, idNumber?: string) =>
              readOther({ ...document, idNumber: idNumber ?? '' }, now) === 'number'
                ? refuse(t('号码不符合这种证件的格式', 'No number of such a document'))
                : Promise.resolve(),
          },
        ]}
      >
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      {asksBirthDay && (
        <Form.Item
          name="birthDay"
          label={t('出生日期', 'Day of birth')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_, birthDay?: string) => {
                const read = readOther({ ...document, birthDay }, now);
                if (!birthDay || read === 'birthDay')
                  return refuse(t('请照证件填写出生日期', 'Give the day of birth as the document says it'));
                return typeof read === 'object' && read.years < youngestYears
                  ? refuse(t('未满 8 岁不能注册', 'Under 8 nobody can register'))
                  : Promise.resolve();
              },
            },
          ]}
        >
          <Input type="date" />
        </Form.Item>
      )}
    </>
  );
}

/** Somebody under 18 needs a guardian who agrees; nobody else is asked for one. */
function GuardianField() {
  const t = useText();
  const [now] = useState(() => Date.now());
  const read = readOther(useDocument(), now);
  if (typeof read === 'string' || read.years >= adultYears) return null;
  return (
    <Form.Item
      name="guardianName"
      label={t('监护人姓名（已当面同意）', 'Guardian who agrees, in person')}
      rules={[{ required: true, whitespace: true, message: t('请填写监护人', 'Name the guardian') }]}
    >
      <Input maxLength={50} autoComplete="off" />
    </Form.Item>
  );
}
