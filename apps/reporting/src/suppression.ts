/** A cell of a public table: a division's figure, and those of its parts, which add up to it. */
export interface Cell {
  /** Of the division; equal figures are kept back in the order of their codes. */
  code: number;
  value: number;
  parts: readonly Cell[];
}

/**
 * The cells of a tree that are kept back: those above 0 and below the threshold, and further ones so that nobody finds
 * these out by taking what is shown away from the figure above. Where anything of a family is kept back, so are its
 * zeros, and two of its parts at least (one, where the whole is kept back itself) whose sum reaches the threshold.
 * Then every cell that is kept back could be `threshold` more or less for all that is shown.
 */
export function keptBack(root: Cell, threshold: number): Set<Cell> {
  const hidden = new Set<Cell>();
  if (isSmall(root, threshold)) hidden.add(root);
  hideParts(root, threshold, hidden);
  return hidden;
}

function hideParts(whole: Cell, threshold: number, hidden: Set<Cell>): void {
  if (hidden.has(whole) || whole.parts.some((part) => isSmall(part, threshold))) {
    const least = hidden.has(whole) ? 1 : 2;
    const inOrder = [...whole.parts].sort((a, b) => a.value - b.value || a.code - b.code);
    let sum = 0;
    for (const [count, part] of inOrder.entries()) {
      if (part.value >= threshold && count >= least && sum >= threshold) break;
      hidden.add(part);
      sum += part.value;
    }
  }
  for (const part of whole.parts) hideParts(part, threshold, hidden);
}

/** That nothing happened tells of nobody. */
function isSmall({ value }: Cell, threshold: number): boolean {
  return value > 0 && value < threshold;
}
