import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../address';
import { Answer, Failure } from '../answer';
import { api, newId, type Schemas } from '../api';
import { useText } from '../language';
import { findResidents } from '../needs/find.residents';
import { useResidents } from '../needs/residents';
import { DoorSign } from './door.sign';
import { Sheet } from './sheet';
import { SlipTable } from './slip.table';

/** Slips that confirm a service each, for residents without a telephone, and the sign for their door. */
export function SlipsPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const residents = useResidents();
  const [wanted, setWanted] = useState('');
  const residentId = read('resident');
  const resident = residents.data?.find(({ id }) => id === residentId);
  const found = findResidents(residents.data ?? [], wanted);
  const isListed = found.some(({ value }) => value === residentId);
  // Who is chosen keeps the name, also where the list shows others.
  const options = resident && !isListed ? [...found, { value: resident.id, label: resident.name }] : found;
  return (
    <>
      <div className="screen">
        <h1>{t('确认纸条', 'Paper slips')}</h1>
        <p className="quiet">
          {t(
            '没有手机的居民，每次服务后交给志愿者一张；每张确认一次服务，90 天内有效。',
            'A resident without a telephone hands the volunteer one after each service; each confirms one, within 90 days.',
          )}
        </p>
        <label>
          {t('居民 ', 'Resident ')}
          <Select
            aria-label={t('居民', 'Resident')}
            autoFocus={residentId === undefined}
            showSearch={{ filterOption: false, onSearch: setWanted }}
            placeholder={t('姓氏或电话尾号', 'Surname or end of the number')}
            loading={residents.isPending}
            style={{ width: 'min(320px, 100%)' }}
            value={residentId}
            onChange={(id: string) => choose({ resident: id })}
            options={options}
          />
        </label>
        {residents.error !== null && <Failure error={residents.error} />}
      </div>
      {resident && <OfResident key={resident.id} resident={resident} />}
    </>
  );
}

function OfResident({ resident: { id, name } }: { resident: Schemas['ResidentView'] }) {
  const t = useText();
  const [sheet, setSheet] = useState<Schemas['SlipSheet']>();
  const slips = useQuery({
    queryKey: ['slips', id],
    queryFn: () => api.get('/api/v1/residents/{residentId}/paper-slips', { path: { residentId: id } }),
  });
  return (
    <>
      <div className="screen">
        <NewSheet residentId={id} show={setSheet} />
      </div>
      {sheet && <Sheet sheet={sheet} resident={name} />}
      {!sheet && <DoorSign residentId={id} resident={name} />}
      <div className="screen">
        <h2>{t('已打印的纸条', 'Slips printed so far')}</h2>
        <Answer
          query={slips}
          empty={{
            when: ({ items }) => items.length === 0,
            teach: t('还没有为这位居民打印过。', 'None were printed for this resident yet.'),
          }}
        >
          {({ items }) => <SlipTable residentId={id} slips={items} show={setSheet} />}
        </Answer>
      </div>
    </>
  );
}

/** One id for all attempts of one sheet: sending again prints the same codes. */
function NewSheet(props: { residentId: string; show: (sheet: Schemas['SlipSheet']) => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [id, setId] = useState(newId);
  const [count, setCount] = useState<number | null>(6);
  const print = useMutation({
    mutationFn: () =>
      api.post('/api/v1/paper-slips', { body: { id, residentId: props.residentId, count: count ?? 1 } }),
    onSuccess: (sheet) => {
      setId(newId());
      props.show(sheet);
      return queries.invalidateQueries({ queryKey: ['slips'] });
    },
  });
  return (
    <>
      <p className="filter">
        <label>
          {t('张数', 'How many')}
          <InputNumber min={1} max={20} precision={0} value={count} onChange={setCount} />
        </label>
        <Button
          type="primary"
          disabled={count === null}
          loading={print.isPending}
          onClick={() => print.mutate()}
        >
          {t('生成纸条', 'Make slips')}
        </Button>
      </p>
      {print.error !== null && <Failure error={print.error} />}
    </>
  );
}
