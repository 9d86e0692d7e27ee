import { useState } from 'react';
import { useWords } from '../core/words';
import { Box, Picture } from '../platform/elements';
import type { Denial } from '../platform/device';
import { device } from '../platform/this-device';
import { Denied } from './denied';
import { Button } from './pieces';

interface PhotoFieldProps {
  label: string;
  /** A JPEG in base64. */
  value: string | undefined;
  onChange: (base64: string) => void;
  isOfOneself?: boolean;
}

/** A photo, taken now or chosen, shown before it is sent. */
export function PhotoField({ label, value, onChange, isOfOneself }: PhotoFieldProps) {
  const tell = useWords();
  const [denial, setDenial] = useState<Denial>();
  const take = async () => {
    setDenial(undefined);
    const taken = await device.photo(isOfOneself);
    if (typeof taken === 'string') setDenial(taken);
    else onChange(taken.base64);
  };
  return (
    <Box className="field" role="group" label={label}>
      <Box className="strong">{label}</Box>
      {value && <Picture className="photo" src={`data:image/jpeg;base64,${value}`} label={label} />}
      <Button kind="quiet" onPress={() => void take()}>
        {tell(value ? 'photo.again' : 'photo.take')}
      </Button>
      {denial && <Denied what="camera" denial={denial} again={() => void take()} />}
    </Box>
  );
}
