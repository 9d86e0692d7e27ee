import { Box, Picture } from '../platform/elements';

interface FaceProps {
  /** A JPEG in base64. */
  image: string | undefined;
  /** Its first character stands where there is no picture. */
  name: string;
  /** What the picture is, for who cannot see it. */
  label: string;
  /** Said below where there is none; nothing while it is not known. */
  none?: string;
}

/** A person's small picture, or the sign that there is none. */
export function Face({ image, name, label, none }: FaceProps) {
  if (image) return <Picture className="face" src={`data:image/jpeg;base64,${image}`} label={label} />;
  return (
    <Box className="faceless">
      <Box className="face is-empty" isDecoration>
        {name.slice(0, 1)}
      </Box>
      {none && <Box className="soft small">{none}</Box>}
    </Box>
  );
}
