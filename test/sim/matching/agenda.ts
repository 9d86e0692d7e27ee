/** What happens next: a binary heap by time; of equal times what was put in first comes first. */
export class Agenda<T> {
  private readonly heap: { atMs: number; order: number; what: T }[] = [];
  private order = 0;

  add(atMs: number, what: T): void {
    const entry = { atMs, order: this.order++, what };
    let index = this.heap.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.heap[above];
      if (!parent || !isBefore(entry, parent)) break;
      this.heap[index] = parent;
      index = above;
    }
    this.heap[index] = entry;
  }

  take(): { atMs: number; what: T } | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last || this.heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const [left, right] = [this.heap[2 * index + 1], this.heap[2 * index + 2]];
      const child = right && left && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
      const lesser = this.heap[child];
      if (!lesser || !isBefore(lesser, last)) break;
      this.heap[index] = lesser;
      index = child;
    }
    this.heap[index] = last;
    return first;
  }
}

interface Timed {
  atMs: number;
  order: number;
}

function isBefore(a: Timed, b: Timed): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
