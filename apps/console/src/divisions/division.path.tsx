import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAddress } from '../address';
import { type Schemas } from '../api';
import { useText } from '../language';
import { useSession } from '../session';
import { cityOf, useRegion } from '../volunteers/places';

type Division = Schemas['RegionDetail'];

/** The division that the address names; the own one unless it names any. */
export function useDivision() {
  const { read } = useAddress();
  const own = useSession()?.region ?? '';
  return useRegion(read('region') ?? own);
}

/** The single city of a municipality has no name of its own. */
export function useNameOf(): (place: Pick<Division, 'name' | 'level'>) => string {
  const t = useText();
  return ({ name, level }) => (level === 'city' && name === '市辖区' ? t('全市', 'The whole city') : name);
}

/** A division by its name, once that is known. */
export function Place({ code }: { code: string }) {
  const nameOf = useNameOf();
  const place = useRegion(code).data;
  return <>{place ? nameOf(place) : code}</>;
}

interface PathProps {
  place: Division;
  /** A municipality is shown as its single city, and so is no step of its own. */
  isFromCity?: boolean;
}

/** How one got to a division from one's own, and the way one level down. */
export function DivisionPath({ place, isFromCity = false }: PathProps) {
  const t = useText();
  const nameOf = useNameOf();
  const { choose } = useAddress();
  const { children } = place;
  return (
    <nav className="steps" aria-label={t('区划', 'Division')}>
      <Above place={place} isFromCity={isFromCity} />
      <strong aria-current="page">{nameOf(place)}</strong>
      {children.length > 0 && (
        <Select<string>
          key={place.code}
          className="screen"
          aria-label={t('下一级区划', 'One level down')}
          placeholder={t('下一级', 'One level down')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(code) => choose({ region: code })}
          options={children.map((child) => ({ value: child.code, label: nameOf(child) }))}
        />
      )}
    </nav>
  );
}

/** Whatever contains a division, the widest first, as far as it is one's own. */
function Above({ place: { code, parentCode }, isFromCity }: Required<PathProps>) {
  const nameOf = useNameOf();
  const [search] = useSearchParams();
  const own = useRegion(useSession()?.region ?? '').data?.code;
  const isWithin = own !== undefined && own !== code && parentCode !== undefined;
  const parent = useRegion(isWithin ? parentCode : '').data;
  if (!isWithin || !parent || (isFromCity && cityOf(parent) === code)) return null;
  const address = new URLSearchParams(search);
  address.set('region', parent.code);
  return (
    <>
      <Above place={parent} isFromCity={isFromCity} />
      <Link to={`?${address.toString()}`}>{nameOf(parent)}</Link>
      <span aria-hidden>›</span>
    </>
  );
}
