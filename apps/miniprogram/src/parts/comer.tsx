import { useLoad } from '../core/load';
import { ask } from '../core/session';
import { useWords, type Word } from '../core/words';
import { Face } from '../kit/face';
import { Box } from '../platform/elements';

interface ComerProps {
  claimId: string;
  /** Masked. */
  name: string;
  state: string;
}

const underWay = ['claimed', 'inProgress'];

/** Who comes: name and small picture, as far as one may know them. The picture is there until the check-out. */
export function Comer({ claimId, name, state }: ComerProps) {
  return (
    <Box as="li" className="row">
      {underWay.includes(state) && <Portrait claimId={claimId} name={name} />}
      <Who name={name} state={state} />
    </Box>
  );
}

function Who({ name, state }: Pick<ComerProps, 'name' | 'state'>) {
  const tell = useWords();
  return (
    <Box className="grow">
      <Box className="large">{name}</Box>
      <Box className="soft">{tell(`claim.${state}` as Word)}</Box>
    </Box>
  );
}

/** Asked for when the page is opened, not with every look for news: each look is written down. */
function Portrait({ claimId, name }: Pick<ComerProps, 'claimId' | 'name'>) {
  const tell = useWords();
  const path = { id: claimId };
  const { value, isLoading } = useLoad(
    () => ask((api) => api.post('/api/v1/claims/{id}/portrait-reveals', { path })),
    claimId,
  );
  const label = tell('comer.portrait', { name });
  return (
    <Face image={value?.image} name={name} label={label} none={isLoading ? undefined : tell('comer.none')} />
  );
}
