import { type ReactNode, useEffect } from 'react';
import { Box, Pressable } from '../platform/elements';
import { useWords } from '../core/words';

/** Comes up over the page; stays until it is closed: nothing here has a time limit. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const tell = useWords();
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const close = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <Box className="veil">
      <Box className="sheet" role="dialog" label={title}>
        <Box className="row between">
          <Box as="h2" className="large grow">
            {title}
          </Box>
          <Pressable className="top-back" label={tell('close')} onPress={onClose}>
            ×
          </Pressable>
        </Box>
        {children}
      </Box>
    </Box>
  );
}
