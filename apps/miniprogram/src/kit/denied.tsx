import type { ReactNode } from 'react';
import { useStation } from '../core/station';
import { useWords } from '../core/words';
import { Box } from '../platform/elements';
import type { Denial } from '../platform/device';
import { device } from '../platform/this-device';
import { Button } from './pieces';
import { Empty } from './states';

interface DeniedProps {
  what: 'place' | 'camera';
  /** `cancelled` was the person's own wish, and shows nothing. */
  denial: Denial;
  again: () => void;
  /** The way on without it; unless given, the station's telephone. */
  children?: ReactNode;
}

/** The phone did not allow it, or could not: how to allow it, and how to go on without. */
export function Denied({ what, denial, again, children }: DeniedProps) {
  const tell = useWords();
  const station = useStation();
  if (denial === 'cancelled') return null;
  const hasPermissions = process.env.TARO_ENV === 'weapp';
  return (
    <Box role="alert">
      <Empty mark={what === 'place' ? '位' : '镜'} title={tell(`${what}.${denial}`)}>
        <Box as="p">{tell(`${what}.${denial}.how`)}</Box>
        {denial === 'denied' && hasPermissions && (
          <Button onPress={() => void device.openPermissions()}>{tell('denied.open')}</Button>
        )}
        <Button kind="quiet" onPress={again}>
          {tell('tryAgain')}
        </Button>
        {children ?? (
          <Button kind="quiet" onPress={() => device.dial(station.phone)}>
            {tell('callStation', { phone: station.phone })}
          </Button>
        )}
      </Empty>
    </Box>
  );
}
