import { readFile } from 'node:fs/promises';

const dayMs = 86_400_000;
const dayForm = /^\d{4}-\d\d-\d\d$/;

/** What is wrong with a file of working days, in Chinese and English. */
export class WorkingDaysError extends Error {
  constructor(chinese: string, english: string) {
    super(`工作日表：${chinese}\nworking days: ${english}`);
    this.name = 'WorkingDaysError';
  }
}

/** A day some working days on. */
export interface CountedDay {
  /** `2026-03-16` */
  day: string;
  /** False where a year on the way is not in the table: its weekends alone were counted out. */
  known: boolean;
}

/**
 * Working days in China: Monday to Friday, less the public holidays, plus the weekends that are worked in
 * exchange, as the State Council announces them for each year. Of a year that is not in the table it knows
 * the weekends only, and says so. A city may have holidays of its own besides (autonomous regions do): see `of`.
 */
export class WorkingDays {
  private constructor(
    /** Of the table, for logs: which announcement was counted with. */
    readonly version: string,
    private readonly years: ReadonlySet<string>,
    private readonly holidays: ReadonlySet<string>,
    private readonly workdays: ReadonlySet<string>,
    /** Calendars of cities with days of their own, by four digits. */
    private readonly own: ReadonlyMap<number, WorkingDays>,
  ) {}

  /** @throws WorkingDaysError */
  static async read(file: string): Promise<WorkingDays> {
    return WorkingDays.parse(await readFile(file, 'utf8'));
  }

  /**
   * @param text JSON `{ version, years: { "2026": { source, holidays: [day or first/last], workdays: [day] } } }`, and
   *   `cities: { "4501": { "2026": { … } } }` for what a city has besides
   * @throws WorkingDaysError
   */
  static parse(text: string): WorkingDays {
    const { version, years, cities } = tableOf(text);
    const announced = new Set(Object.keys(years));
    const everywhere = spreadOut(years);
    const own = Object.entries(cities).map(([city, table]) => {
      const { holidays, workdays } = spreadOut(table);
      // What a city decides for itself stands above what is announced for everybody.
      const besides = (days: ReadonlySet<string>, not: ReadonlySet<string>) =>
        [...days].filter((day) => !not.has(day));
      const free = new Set([...holidays, ...besides(everywhere.holidays, workdays)]);
      const worked = new Set([...workdays, ...besides(everywhere.workdays, holidays)]);
      return [Number(city), new WorkingDays(version, announced, free, worked, new Map())] as const;
    });
    return new WorkingDays(version, announced, everywhere.holidays, everywhere.workdays, new Map(own));
  }

  /** The calendar of a city, by its four digits. */
  of(cityCode: number): WorkingDays {
    return this.own.get(cityCode) ?? this;
  }

  /** Cities with days of their own, by four digits. */
  get citiesWithOwn(): number[] {
    return [...this.own.keys()];
  }

  /** Whether the holidays of a day's year were announced in the table. */
  isKnown(day: string): boolean {
    return this.years.has(day.slice(0, 4));
  }

  /** Whether a day is one of an announced public holiday, bridging weekends included. */
  isHoliday(day: string): boolean {
    return this.holidays.has(day);
  }

  isWorkingDay(day: string): boolean {
    return this.workdays.has(day) || (!isWeekend(day) && !this.holidays.has(day));
  }

  /** The n-th working day after a day; that day itself does not count. */
  after(day: string, count: number): CountedDay {
    let current = day;
    let known = this.isKnown(day);
    for (let counted = 0; counted < count;) {
      current = addDays(current, 1);
      known &&= this.isKnown(current);
      if (this.isWorkingDay(current)) counted++;
    }
    return { day: current, known };
  }

  /** The last day whose n-th working day is not after `today`: what ended on it or before has waited so long. */
  lastDayWaiting(today: string, count: number): string {
    let day = addDays(today, -count);
    while (this.after(day, count).day > today) day = addDays(day, -1);
    return day;
  }
}

/** `2026-02-28` and 1 → `2026-03-01`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** The same day a year before; 28 February for the 29th. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

interface YearTable {
  holidays: string[];
  workdays: string[];
}

type Years = Record<string, YearTable>;

interface FileContent {
  version: unknown;
  years: Years;
  cities?: Record<string, Years>;
}

function tableOf(text: string): { version: string; years: Years; cities: Record<string, Years> } {
  try {
    const { version, years, cities = {} } = JSON.parse(text) as FileContent;
    const isList = (value: unknown) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string');
    const areYears = (tables: Years) =>
      Object.values(tables).every(({ holidays, workdays }) => isList(holidays) && isList(workdays));
    const areCities = Object.entries(cities).every(
      ([city, own]) => /^[1-9]\d{3}$/.test(city) && areYears(own),
    );
    if (typeof version === 'string' && areYears(years) && areCities) return { version, years, cities };
  } catch {
    // Falls through: whatever is not such a table is refused below.
  }
  throw new WorkingDaysError(
    '须为 JSON：{ version, years: { 年: { holidays, workdays } }, cities: { 四位城市代码: { 年: … } } }，cities 可省',
    'must be JSON: { version, years: { year: { holidays, workdays } }, cities: { four digits: { year: … } } }, cities may be left out',
  );
}

/** Every day of some years' tables. @throws WorkingDaysError */
function spreadOut(years: Years): { holidays: Set<string>; workdays: Set<string> } {
  const [holidays, workdays] = [new Set<string>(), new Set<string>()];
  for (const [year, table] of Object.entries(years)) {
    for (const day of table.holidays.flatMap(daysOf)) addTo(holidays, day, year);
    for (const day of table.workdays.flatMap(daysOf)) addTo(workdays, day, year);
  }
  for (const day of workdays)
    if (holidays.has(day) || !isWeekend(day))
      throw new WorkingDaysError(
        `${day} 不是调休上班日：须为周末且不在假期内`,
        `${day} cannot be worked in exchange: it must be a weekend and no holiday`,
      );
  return { holidays, workdays };
}

/** `2026-02-15/2026-02-23` is each day from the first to the last. */
function daysOf(span: string): string[] {
  const [first = '', last = first] = span.split('/');
  const isDay = (day: string) => dayForm.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay(first) || !isDay(last) || last < first)
    throw new WorkingDaysError(`“${span}”不是日期或起止日期`, `"${span}" is no day and no first/last`);
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function addTo(days: Set<string>, day: string, year: string): void {
  if (!day.startsWith(year))
    throw new WorkingDaysError(`${day} 不属于 ${year} 年`, `${day} is not a day of ${year}`);
  days.add(day);
}

function isWeekend(day: string): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}
