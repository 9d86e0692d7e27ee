import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, type Schemas } from '../api';
import { useSession } from '../session';

type Organisation = Schemas['OrganisationView'];
type Kind = Organisation['kind'];

type Choice = 'committee' | 'station' | 'group';

/** Bodies that have desks, by the role of their staff, and those whose people serve together. */
const kinds: Record<Choice, readonly Kind[]> = {
  committee: ['residentsCommittee', 'villagersCommittee'],
  station: ['guidanceCentre', 'countyHubStation', 'socialWorkStation', 'socialWorkRoom'],
  group: ['courierSite', 'operatingOrganization'],
};
const mostPages = 20;

async function askAll(region: string, wanted: readonly Kind[]): Promise<Organisation[]> {
  const all: Organisation[] = [];
  for (const kind of wanted) {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const query = { region, kind, limit: 100, cursor };
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
  value?: string;
  onChange?: (id: string) => void;
}

/** A committee or station of the own region, or a group of the own subdistrict, found by its name. */
export function OrganisationField({ id, role, value, onChange }: Props) {
  const own = useSession()?.region ?? '';
  const region = role === 'group' ? own.slice(0, 9) : own;
  const organisations = useQuery({
    queryKey: ['organisations', region, role],
    queryFn: () => askAll(region, kinds[role]),
    staleTime: 60_000,
  });
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      loading={organisations.isPending}
      value={value}
      onChange={onChange}
      allowClear={role === 'group'}
      options={organisations.data?.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
