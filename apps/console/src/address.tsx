import { Input, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useTerm, useText, type Wording } from './language';

/** What the address says of a page, and how to change one part of it: what is undefined or empty leaves it. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const choose = (parts: Record<string, string | undefined>) =>
    setSearch((before) => {
      for (const [name, value] of Object.entries(parts)) {
        if (value) before.set(name, value);
        else before.delete(name);
      }
      return before;
    });
  return { search, choose, read: (name: string) => search.get(name) ?? undefined };
}

interface ChoiceProps<K extends string> {
  label: string;
  terms: Partial<Record<K, Wording>>;
  value: K | undefined;
  choose: (value: K | undefined) => void;
  /** There is always one chosen. */
  isRequired?: boolean;
}

/** A filter with a list of terms, and all of them unless one is chosen. */
export function Choice<K extends string>({ label, terms, value, choose, isRequired }: ChoiceProps<K>) {
  const t = useText();
  const term = useTerm();
  const all = isRequired ? [] : [{ value: '', label: t('全部', 'All') }];
  return (
    <label className="filter">
      {label}
      <Select
        aria-label={label}
        value={value ?? ''}
        popupMatchSelectWidth={false}
        onChange={(chosen: string) => choose((chosen || undefined) as K | undefined)}
        options={[
          ...all,
          ...Object.entries<Wording | undefined>(terms).map(([one, wording]) => ({
            value: one,
            label: term(wording),
          })),
        ]}
      />
    </label>
  );
}

/** Looks for words, which are `find` in the address. */
export function Find({ hint }: { hint: string }) {
  const t = useText();
  const { read, choose } = useAddress();
  return (
    <Input.Search
      aria-label={t('查找', 'Find')}
      placeholder={hint}
      defaultValue={read('find')}
      allowClear
      style={{ width: 240 }}
      onSearch={(find) => choose({ find: find.trim() })}
    />
  );
}

interface ViewsProps<K extends string> {
  /** Names of the views; the first is what the bare address shows. */
  views: Partial<Record<K, Wording>>;
  shown: K;
  /** Parts of the address that hold for all of them. */
  keep?: readonly string[];
}

/** Views of one page, each with an address of its own. */
export function Views<K extends string>({ views, shown, keep = [] }: ViewsProps<K>) {
  const t = useText();
  const term = useTerm();
  const [search] = useSearchParams();
  const linkTo = (view: string) => {
    const kept = keep.flatMap((name) => search.getAll(name).map((value) => [name, value]));
    return `?${new URLSearchParams([['view', view], ...kept]).toString()}`;
  };
  return (
    <nav className="views" aria-label={t('分类', 'Views')}>
      {Object.entries<Wording | undefined>(views).map(([view, wording]) => (
        <Link key={view} to={linkTo(view)} aria-current={view === shown ? 'page' : undefined}>
          {term(wording)}
        </Link>
      ))}
    </nav>
  );
}
