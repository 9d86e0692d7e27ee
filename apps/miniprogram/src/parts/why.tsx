import type { Schemas } from '../core/client';
import { useWords } from '../core/words';
import { Box } from '../platform/elements';
import { Fact } from '../kit/pieces';

/** Every part of what made this errand come first, by weight: matching by machine must be explainable. */
export function Why({ match }: { match: Schemas['Match'] }) {
  const tell = useWords();
  const parts = [...match.parts].sort((a, b) => b.value * b.weight - a.value * a.weight);
  return (
    <Box as="section" className="stack" label={tell('why.title')}>
      {parts.map(({ name, value, weight }) => (
        <Fact key={name} name={tell(`reason.${name}`)}>
          {`${Math.round(value * weight)} / ${weight}`}
        </Fact>
      ))}
      <Box as="p" className="soft small">
        {tell('why.score', { score: Math.round(match.score) })}
      </Box>
    </Box>
  );
}
