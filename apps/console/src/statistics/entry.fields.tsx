import { Form, Input } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { useText } from '../language';

export interface EvidenceFields {
  evidence: string;
  evidenceSha256?: string;
}

/** Words that have to be there. */
export function WordsField({ name, label, help }: { name: string; label: string; help?: string }) {
  const t = useText();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={[{ required: true, whitespace: true, message: t('请填写', 'Needed') }]}
    >
      <Input.TextArea maxLength={300} autoSize />
    </Form.Item>
  );
}

/** A day of the calendar, which may have to be there. */
export function DayField({ name, label, max }: { name: string; label: string; max?: string }) {
  const t = useText();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('请选择', 'Choose a day') }]}>
      <Input type="date" max={max} />
    </Form.Item>
  );
}

/** What an entry stands on: in words, and the fingerprint of a document that stays with the station. */
export function EvidenceFieldsOf() {
  const t = useText();
  return (
    <>
      <WordsField
        name="evidence"
        label={t('依据', 'Evidence')}
        help={t(
          '名册、报表或文件及其编号；不写姓名。',
          'A list, a report, a document with its number; no names.',
        )}
      />
      <Form.Item
        name="evidenceSha256"
        label={t('依据文件的指纹（可不填）', 'Fingerprint of the document (optional)')}
        extra={t(
          '文件留在本站，不上传；只记下 SHA-256 指纹，日后可证明文件没有改过。',
          'The document stays with you; its SHA-256 is kept, which shows later that it did not change.',
        )}
        rules={[
          { pattern: /^[0-9a-f]{64}$/, message: t('64 位小写十六进制', '64 small hexadecimal digits') },
        ]}
      >
        <Fingerprint />
      </Form.Item>
    </>
  );
}

interface FieldProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

function Fingerprint({ id, value, onChange }: FieldProps) {
  const t = useText();
  const [isTooLarge, setTooLarge] = useState(false);
  const mostBytes = 100 * 1024 * 1024;
  const take = async ({ target: { files } }: ChangeEvent<HTMLInputElement>) => {
    const file = files?.[0];
    setTooLarge(file !== undefined && file.size > mostBytes);
    if (!file || file.size > mostBytes) return;
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    onChange?.(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  return (
    <>
      <Input
        id={id}
        value={value}
        maxLength={64}
        autoComplete="off"
        onChange={({ target }) => onChange?.(target.value || undefined)}
      />
      {/* Browsers hash on safe origins alone. */}
      {isSecureContext && (
        <input
          type="file"
          aria-label={t('选择依据文件', 'Choose the document')}
          onChange={(event) => void take(event)}
        />
      )}
      {isTooLarge && <p role="alert">{t('文件超过 100 MB', 'More than 100 MB')}</p>}
    </>
  );
}
