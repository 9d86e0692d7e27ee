import { Box, Entry } from '../platform/elements';
import type { EntryProps } from '../platform/element.props';

/** A named entry with what is wrong with it. */
export function Field({
  label,
  wrong,
  ...entry
}: Omit<EntryProps, 'describedBy' | 'isWrong'> & { label: string; wrong?: string }) {
  const wrongId = `${entry.id}-wrong`;
  return (
    <Box className="field">
      <Box className="strong" isDecoration>
        {label}
      </Box>
      <Entry {...entry} label={label} isWrong={!!wrong} describedBy={wrong && wrongId} />
      {wrong && (
        <Box id={wrongId} className="wrong" role="alert">
          {wrong}
        </Box>
      )}
    </Box>
  );
}
