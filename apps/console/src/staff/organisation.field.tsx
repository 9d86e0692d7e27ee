import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, type Schemas } from '../api';
import { useOrganisation } from '../divisions/organisation.name';
import { useSession } from '../session';

type Organisation = Schemas['OrganisationView'];
type Kind = Organisation['kind'];

type Choice = 'committee' | 'station' | 'group' | 'supervisor' | 'operator' | 'employer';

/** Bodies that have desks, by the role of their staff; those whose people serve together; those above or behind one. */
const kinds: Record<Choice, readonly Kind[]> = {
  committee: ['residentsCommittee', 'villagersCommittee'],
  station: ['guidanceCentre', 'countyHubStation', 'socialWorkStation', 'socialWorkRoom'],
  group: ['courierSite', 'operatingOrganization'],
  supervisor: ['civilAffairsBureau', 'guidanceCentre', 'countyHubStation', 'socialWorkStation'],
  operator: ['operatingOrganization'],
  employer: ['operatingOrganization', 'civilAffairsBureau', 'guidanceCentre', 'countyHubStation'],
};
const mostPages = 20;
const provinceDigits = 2;
const townshipDigits = 9;

/** Where such a body is looked for: who is above or behind one may be anywhere in the province. */
function aroundOf(role: Choice, own: string): string {
  if (role === 'group') return own.slice(0, townshipDigits);
  return role === 'committee' || role === 'station' ? own : own.slice(0, provinceDigits);
}

/** Whether a division contains another, both by their twelve digits. */
function contains(wide: string, narrow: string): boolean {
  const digits = [2, 4, 6, 9, 12].find((length) => /^0*$/.test(wide.slice(length))) ?? 12;
  return narrow.startsWith(wide.slice(0, digits));
}

async function askAll(region: string, wanted: readonly Kind[]): Promise<Organisation[]> {
  const all: Organisation[] = [];
  for (const kind of wanted) {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const query = { region, kind, open: true, limit: 100, cursor };
      const { items, nextCursor } = await api.get('/api/v1/organisations', { query });
      all.push(...items);
      if (!nextCursor) break;
      cursor = nextCursor;
    }
  }
  return all;
}

interface Props {
  id?: string;
  role: Choice;
  /** Of the one it is chosen for; the own unless told. */
  region?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

/** An open organisation that can have such a part, found by its name. */
export function OrganisationField({ id, role, region: of, value, onChange }: Props) {
  const own = useSession()?.region ?? '';
  const region = aroundOf(role, of ?? own);
  const chosen = useOrganisation(value).data;
  const fits = (one: Organisation) => role !== 'supervisor' || contains(one.region, of ?? own);
  const organisations = useQuery({
    queryKey: ['organisations', region, role],
    queryFn: () => askAll(region, kinds[role]),
    staleTime: 60_000,
  });
  const found = organisations.data?.filter(fits) ?? [];
  // What was chosen once and is closed by now is still called by its name.
  const offered = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      loading={organisations.isPending}
      value={value}
      onChange={onChange}
      allowClear={role !== 'committee' && role !== 'station'}
      options={offered.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
