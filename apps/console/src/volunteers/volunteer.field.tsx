import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, type Schemas } from '../api';
import { useText } from '../language';

type Volunteer = Schemas['VolunteerView'];

const mostPages = 50;

async function askAll(): Promise<Volunteer[]> {
  const all: Volunteer[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await api.get('/api/v1/volunteers', { query: { limit: 100, cursor } });
    all.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return all;
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

/** A volunteer who lives here, found by what masks leave: surname, end of the phone, number. */
export function VolunteerField({ id, value, onChange }: Props) {
  const t = useText();
  const volunteers = useQuery({ queryKey: ['volunteers', 'all'], queryFn: askAll, staleTime: 60_000 });
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      loading={volunteers.isPending}
      placeholder={t('姓氏、手机尾号或编号', 'Surname, end of the phone, or number')}
      value={value}
      onChange={onChange}
      options={volunteers.data?.map((one) => ({
        value: one.id,
        label: `${one.name} ${one.phone} ${one.volunteerNumber}`,
      }))}
    />
  );
}
