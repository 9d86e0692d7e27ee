import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api';

type Staff = Schemas['StaffListItem'];

const mostPages = 50;

async function askAll(): Promise<Staff[]> {
  const all: Staff[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await api.get('/api/v1/staff', { query: { limit: 100, cursor } });
    all.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return all;
}

/** Everybody whose role holds in the own region. */
export function useStaff() {
  return useQuery({ queryKey: ['staff'], queryFn: askAll, staleTime: 60_000 });
}

/** How a member of staff is called; the id where nobody of the region has it. */
export function useStaffName(): (id: string) => string {
  const staff = useStaff().data;
  return (id) => staff?.find((one) => one.id === id)?.displayName ?? id;
}
