import { useState } from 'react';
import { type Trouble, troubleOf } from '../core/trouble';

/** Work that a tap begins: whether it is under way, and what went wrong. */
export interface Attempt {
  isBusy: boolean;
  trouble?: Trouble;
  /** Does the work, unless some is under way. Answers whether it went well. */
  attempt(work: () => Promise<unknown>): Promise<boolean>;
}

export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const attempt = async (work: () => Promise<unknown>) => {
    if (isBusy) return false;
    setBusy(true);
    setTrouble(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setTrouble(troubleOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, trouble, attempt };
}
