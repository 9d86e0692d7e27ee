import { useWords } from '../core/words';
import { Box } from '../platform/elements';

const most = 5;

/** 星级: stars one has, of five; also said in words. */
export function Stars({ level }: { level: number }) {
  const tell = useWords();
  const wording = level > 0 ? tell('minutes.starLevel', { level }) : tell('minutes.noStar');
  return (
    <Box className="row wrap">
      <Box as="span" className="stars" isDecoration>
        {'★'.repeat(Math.min(level, most)) + '☆'.repeat(Math.max(0, most - level))}
      </Box>
      <Box as="span" className="strong">
        {wording}
      </Box>
    </Box>
  );
}
