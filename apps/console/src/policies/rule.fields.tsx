import { InputNumber, Select } from 'antd';
import { useTerm, useText, type Wording } from '../language';
import { type Rule, type Rules, rules, type Value } from './policy.keys';

interface Props {
  chosen: Rules;
  choose: (path: string, value: Value) => void;
}

/** Every rule with a field of its own; empty is no rule. */
export function RuleFields({ chosen, choose }: Props) {
  const term = useTerm();
  return (
    <div className="row rules">
      {rules.map((rule) => (
        <label key={rule.path}>
          <span>
            {term(rule.name)}
            {rule.unit && <span className="quiet">{`（${term(rule.unit)}）`}</span>}
          </span>
          <Field rule={rule} value={chosen[rule.path] ?? null} choose={(value) => choose(rule.path, value)} />
        </label>
      ))}
    </div>
  );
}

interface FieldProps {
  rule: Rule;
  value: Value;
  choose: (value: Value) => void;
}

function Field({ rule, value, choose }: FieldProps) {
  const t = useText();
  const term = useTerm();
  const label = term(rule.name);
  if (rule.kind === 'number')
    return (
      <InputNumber
        aria-label={label}
        min={0}
        max={rule.max}
        precision={0}
        placeholder={t('没有规定', 'no rule')}
        value={value as number | null}
        onChange={choose}
      />
    );
  const options = optionsOf(rule).map(([key, wording]) => ({ value: key, label: term(wording) }));
  const shown = { 'aria-label': label, placeholder: t('没有规定', 'no rule'), allowClear: true, options };
  if (rule.kind === 'choices')
    return (
      <Select
        {...shown}
        mode="multiple"
        value={(value ?? []) as string[]}
        onChange={(all: string[]) => choose(all.length > 0 ? all : null)}
      />
    );
  return (
    <Select
      {...shown}
      value={value === null ? undefined : String(value)}
      onChange={(one: string | undefined) => choose(read(rule, one))}
    />
  );
}

const yesAndNo: Record<string, Wording> = { true: ['是', 'Yes'], false: ['否', 'No'] };

function optionsOf({ kind, options }: Rule): [string, Wording][] {
  return Object.entries(kind === 'flag' ? yesAndNo : (options ?? {}));
}

function read({ kind }: Rule, text: string | undefined): Value {
  if (text === undefined) return null;
  return kind === 'flag' ? text === 'true' : text;
}
