import { useState } from 'react';
import type { Schemas } from '../core/client';
import { useLoad } from '../core/load';
import { provinces } from '../core/provinces';
import { ask } from '../core/session';
import { useWords } from '../core/words';
import { Button, Choice } from '../kit/pieces';
import { Sheet } from '../kit/sheet';
import { Shown } from '../kit/states';
import { Box } from '../platform/elements';

type Region = Pick<Schemas['RegionView'], 'code' | 'name'>;

/** Chooses a community, level by level. */
export function RegionPicker({
  value,
  onChange,
}: {
  value: Region | undefined;
  onChange: (region: Region) => void;
}) {
  const tell = useWords();
  const [path, setPath] = useState<Region[]>();
  const choose = (region: Region, isCommunity: boolean) => {
    if (!isCommunity) return setPath([...(path ?? []), region]);
    onChange(region);
    setPath(undefined);
  };
  return (
    <Box className="field">
      <Box className="strong">{tell('region.community')}</Box>
      <Button kind="quiet" onPress={() => setPath([])}>
        {value?.name ?? tell('region.choose')}
      </Button>
      {path && (
        <Sheet title={path.at(-1)?.name ?? tell('region.choose')} onClose={() => setPath(undefined)}>
          {path.length > 0 && (
            <Button kind="quiet" onPress={() => setPath(path.slice(0, -1))}>
              {tell('back')}
            </Button>
          )}
          {path.length === 0 ? (
            <Choice
              label={tell('region.choose')}
              value={undefined}
              options={provinces}
              onChange={(code) =>
                choose({ code, name: provinces.find(([each]) => each === code)?.[1] ?? '' }, false)
              }
            />
          ) : (
            <Below code={path.at(-1)?.code ?? ''} onChoose={choose} />
          )}
        </Sheet>
      )}
    </Box>
  );
}

function Below({
  code,
  onChoose,
}: {
  code: string;
  onChoose: (region: Region, isCommunity: boolean) => void;
}) {
  const tell = useWords();
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/regions/{code}', { path: { code } })), code);
  return (
    <Shown loaded={loaded}>
      {({ children }) => (
        <Choice
          label={tell('region.choose')}
          value={undefined}
          options={children.map((each) => [each.code, each.name] as const)}
          onChange={(chosen) => {
            const region = children.find((each) => each.code === chosen);
            if (region) onChoose(region, region.level === 'community');
          }}
        />
      )}
    </Shown>
  );
}
