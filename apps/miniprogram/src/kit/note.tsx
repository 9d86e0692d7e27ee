import type { ReactNode } from 'react';
import { classes } from '../platform/element.props';
import { Box } from '../platform/elements';

/** A short message in the page; `isSaid` has it read aloud as soon as it appears. */
export function Note({
  tone,
  isSaid,
  children,
}: {
  tone?: 'good' | 'warm' | 'danger';
  isSaid?: boolean;
  children: ReactNode;
}) {
  return (
    <Box className={classes('notice', tone && `is-${tone}`)} role={isSaid ? 'alert' : 'status'}>
      {children}
    </Box>
  );
}
