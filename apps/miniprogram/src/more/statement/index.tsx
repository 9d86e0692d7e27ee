import { useLoad } from '../../core/load';
import { ask, ownId } from '../../core/session';
import { codeOf } from '../../core/trouble';
import { clockTime, fullDay } from '../../core/time';
import { useWords, type Word } from '../../core/words';
import type { Schemas } from '../../core/client';
import { Page } from '../../kit/page';
import { Card } from '../../kit/pieces';
import { Empty, Shown } from '../../kit/states';
import { Box } from '../../platform/elements';

async function read(): Promise<Schemas['StatementLine'][]> {
  try {
    const { items } = await ask((api) =>
      api.get('/api/v1/accounts/{ownerId}/statement', { path: { ownerId: ownId() }, query: { limit: 50 } }),
    );
    return items;
  } catch (error) {
    // Who has not earned yet has no account.
    if (codeOf(error) === 'ledger.accountUnknown') return [];
    throw error;
  }
}

/** Every minute in and out, with the balance after it. */
export default function Statement() {
  const tell = useWords();
  const loaded = useLoad(read);
  return (
    <Page title={tell('statement.title')}>
      <Shown loaded={loaded}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty mark="账" title={tell('statement.empty')}>
              <Box as="p">{tell('statement.emptyHow')}</Box>
            </Empty>
          ) : (
            <Card>
              <Box as="ul">
                {lines.map((line) => (
                  <Box as="li" key={line.transferId} className="line">
                    <Box className="grow">
                      <Box className="strong">{tell(`ledger.${line.code}` as Word)}</Box>
                      <Box className="soft small">{`${fullDay(line.recordedAt)} ${clockTime(line.recordedAt)}`}</Box>
                    </Box>
                    <Box>
                      <Box className="large">{`${line.minutes > 0 ? '+' : '−'}${Math.abs(line.minutes)}`}</Box>
                      <Box className="soft small">
                        {tell('statement.after', { minutes: line.balanceMinutes })}
                      </Box>
                    </Box>
                  </Box>
                ))}
              </Box>
            </Card>
          )
        }
      </Shown>
    </Page>
  );
}
