import { Select } from 'antd';
import { useState } from 'react';
import { useText } from '../language';
import { useRegion } from './places';

interface Props {
  id?: string;
  /** Where the choice begins: a division of any level. */
  within: string;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

/** A community, reached level by level; whose division is one community has nothing to choose. */
export function CommunityField({ id, within, value, onChange }: Props) {
  const t = useText();
  const place = useRegion(within);
  const [below, setBelow] = useState<string>();
  const { level, name, children = [] } = place.data ?? {};
  if (level === 'community') return <span>{name}</span>;
  const areCommunities = children[0]?.level === 'community';
  const go = (code: string) => {
    setBelow(code);
    onChange?.(areCommunities ? code : undefined);
  };
  return (
    <>
      <Select
        id={id}
        aria-label={areCommunities ? t('社区', 'Community') : t('下一级区划', 'Division')}
        showSearch={{ optionFilterProp: 'label' }}
        loading={place.isPending}
        value={areCommunities ? value : below}
        onChange={go}
        options={children.map(({ code, name: label }) => ({ value: code, label }))}
      />
      {!areCommunities && below !== undefined && (
        <CommunityField key={below} within={below} value={value} onChange={onChange} />
      )}
    </>
  );
}
