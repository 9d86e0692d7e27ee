interface Entry<T> {
  atMs: number;
  order: number;
  what: T;
}

/** What happens next: a binary heap by time; of equal times what was put in first comes first. */
export class Agenda<T> {
  private readonly heap: Entry<T>[] = [];
  private order = 0;

  add(atMs: number, what: T): void {
    const { heap } = this;
    const entry = { atMs, order: this.order++, what };
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(entry, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  take(): { atMs: number; what: T } | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      let lesser = heap[child];
      if (!lesser) break;
      const right = heap[child + 1];
      if (right && isBefore(right, lesser)) {
        child++;
        lesser = right;
      }
      if (!isBefore(lesser, last)) break;
      heap[index] = lesser;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function isBefore(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
