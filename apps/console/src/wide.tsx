import type { ReactNode } from 'react';

/** What may be wider than a narrow screen and holds nothing to focus: scrolled by keyboard too. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wide" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
