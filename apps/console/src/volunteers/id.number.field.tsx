import { Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../language';
import { adultYears, type Reading, readWhileTyping, youngestYears } from './identity';

/** What is read out of the number while it is typed, in the words of the page. */
function useReading(): (reading: Reading) => { text: string; isWrong: boolean } {
  const t = useText();
  return (reading) => {
    if (reading.is === 'short')
      return {
        text:
          reading.missing === 18
            ? t('输入时即核对', 'Checked while you type')
            : t(`还差 ${reading.missing} 位`, `${reading.missing} to go`),
        isWrong: false,
      };
    if (reading.is === 'wrong') {
      const why = {
        characters: t('只能是 17 位数字加一位数字或 X', 'Seventeen digits, then a digit or X'),
        checkCharacter: t(
          '号码有误：末位与前 17 位不符，请对照证件逐位核对',
          'Wrong: the last character does not fit the rest; compare with the card',
        ),
        birthDayOrPlace: t('号码有误：出生日期或地区不存在', 'Wrong: there is no such birth day or place'),
      };
      return { text: why[reading.why], isWrong: true };
    }
    const { identity, years } = reading;
    const sex = identity.sex === 'female' ? t('女', 'female') : t('男', 'male');
    const said = `${sex}，${identity.birthDay}，${years} ${t('岁', 'years old')}`;
    if (years < youngestYears)
      return { text: `${said}：${t('未满 8 岁不能注册', 'under 8 nobody can register')}`, isWrong: true };
    const guardian = years < adultYears ? `：${t('须监护人同意', 'the guardian must agree')}` : '';
    return { text: said + guardian, isWrong: false };
  };
}

/** The ID number, read while it is typed: what is wrong is said at the 18th character, not after sending. */
export function IdNumberField() {
  const t = useText();
  const explain = useReading();
  const [now] = useState(() => Date.now());
  const typed = Form.useWatch<string | undefined>('idNumber') ?? '';
  const { text, isWrong } = explain(readWhileTyping(typed, now));
  return (
    <Form.Item
      name="idNumber"
      label={t('身份证号', 'ID number')}
      normalize={(value: string) => value.replaceAll(/\s/g, '').toUpperCase()}
      extra={
        <span role="status" className={isWrong ? 'wrong' : undefined}>
          {text}
        </span>
      }
      rules={[
        {
          validator: (_, value?: string) => {
            const reading = readWhileTyping(value ?? '', now);
            const isFine = reading.is === 'read' && reading.years >= youngestYears;
            return isFine
              ? Promise.resolve()
              : Promise.reject(new Error(t('请填写正确的身份证号', 'Give a correct ID number')));
          },
          validateTrigger: 'onBlur',
        },
      ]}
      validateTrigger="onBlur"
    >
      <Input maxLength={18} autoComplete="off" />
    </Form.Item>
  );
}
