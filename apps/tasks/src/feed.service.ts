import { DomainError, type ErrandPage, type ErrandSummary, type FeedInput, type Point } from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, shanghaiDay } from '#platform';
import { parseRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { onDutyUntil } from './availability.js';
import { type Duty, findDuty } from './duty.store.js';
import { type FeedFilter, type FeedPage, nearest, newest, newestIn, scoredOf } from './feed.store.js';
import { cellsAlong, cellsAround, metresFromRoute, routeMetres } from './grid.js';
import { distanceMetres } from './place.js';
import { momentOf } from './rounds.service.js';
import { explain, matchValues, type ScoredVolunteer, scoreOf } from './score.js';
import { SiteDirectory } from './site.directory.js';
import { readStanding } from './standing.store.js';
import { summaryOf, type SummaryRow } from './summary.store.js';

const pageSize = 20;
const siteMetres = 1_000;
const routeCorridorMetres = 500;
/** A longer way touches too many cells; its first part is what lies ahead soonest. */
const longestRouteMetres = 30_000;
/** Among so many of the nearest the best match is sought. */
const matchedErrands = 200;
/** Readings a page may take to be filled where an area leaves much out. */
const mostReadings = 5;
const endOfTime = new Date('9999-12-31T00:00:00Z');

/** Part of the map that a feed is limited to. */
interface Area {
  cells: readonly number[];
  holds: (place: Point) => boolean;
}

/** 可接任务: what is open, for a volunteer or the staff who help one. */
@Injectable()
export class FeedService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sites: SiteDirectory,
  ) {}

  /** @throws DomainError see the contract */
  async feed(input: FeedInput, call: Call): Promise<ErrandPage> {
    const asksForPerson =
      input.onMyRoute === true ||
      input.nearMySite === true ||
      input.order === 'bestMatch' ||
      (input.order === 'nearest' && !input.point);
    const duty = asksForPerson
      ? await findDuty(this.database, call.actor.id, shanghaiDay(this.clock.now()))
      : undefined;
    const region = await this.regionOf(input, call, duty);
    if (!region) return { items: [] };
    const filter = this.filterOf(input, region);
    const area = await this.areaOf(input, call, duty);
    if (input.order === 'bestMatch') return { items: await this.bestMatch(input, filter, area, duty, call) };
    const point = input.point ?? (input.order === 'nearest' ? await this.placeOf(duty, call) : undefined);
    if (input.order === 'nearest') {
      if (!point) throw new DomainError('feed.placeUnknown');
      const rows = await nearest(this.database, point, filter, area ? 200 : (input.limit ?? pageSize));
      const held = area ? rows.filter((row) => area.holds(placeOf(row))) : rows;
      return { items: held.slice(0, input.limit ?? pageSize).map((row) => shown(row, point)) };
    }
    return this.newestPage(input, filter, area);
  }

  private async newestPage(
    input: FeedInput,
    filter: FeedFilter,
    area: Area | undefined,
  ): Promise<ErrandPage> {
    const limit = input.limit ?? pageSize;
    const found: SummaryRow[] = [];
    let before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    let isMore = true;
    for (let reading = 0; isMore && found.length <= limit && reading < mostReadings; reading++) {
      const page: FeedPage = { before, limit: limit + 1 };
      const rows = area
        ? await newestIn(this.database, area.cells, filter, page)
        : await newest(this.database, filter, page);
      found.push(...(area ? rows.filter((row) => area.holds(placeOf(row))) : rows));
      before = rows.at(-1)?.id;
      isMore = rows.length > limit;
    }
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1)?.id : isMore ? before : undefined;
    return {
      items: page.map((row) => shown(row, input.point)),
      nextCursor: last === undefined ? undefined : encodeCursor(last),
    };
  }

  /** The best of the nearest, or of the newest where no place is known; every part of the score is shown. */
  private async bestMatch(
    input: FeedInput,
    filter: FeedFilter,
    area: Area | undefined,
    duty: Duty | undefined,
    call: Call,
  ): Promise<ErrandSummary[]> {
    const now = this.clock.now();
    const place = input.point ?? (await this.placeOf(duty, call));
    const rows = place
      ? await nearest(this.database, place, filter, matchedErrands)
      : await newest(this.database, filter, { before: undefined, limit: matchedErrands });
    const standing = await readStanding(this.database, call.actor.id, momentOf(now));
    const volunteer: ScoredVolunteer = {
      place,
      route: this.currentRoute(duty),
      skills: standing.skills,
      onDutyUntilMs: duty && onDutyUntil(duty.times, now.getTime()),
      errandsLately: standing.errandsLately,
    };
    return rows
      .filter((row) => !area || area.holds(placeOf(row)))
      .map((row) => ({ row, values: matchValues(scoredOf(row), volunteer, now.getTime()) }))
      .sort((a, b) => scoreOf(b.values) - scoreOf(a.values) || (a.row.id < b.row.id ? 1 : -1))
      .slice(0, input.limit ?? pageSize)
      .map(({ row, values }) => ({ ...shown(row, place), match: explain(values) }));
  }

  private filterOf({ openNow, windowFrom, windowTo, type }: FeedInput, region: RegionRange): FeedFilter {
    const now = this.clock.now();
    const from = windowFrom ? new Date(windowFrom) : now;
    const to = windowTo ? new Date(windowTo) : endOfTime;
    return {
      endsAfter: from > now ? from : now,
      beginsBefore: openNow && now < to ? new Date(now.getTime() + 1) : to,
      type,
      region,
    };
  }

  /** @throws DomainError `feed.routeUnknown`, `feed.siteUnknown` */
  private async areaOf(input: FeedInput, call: Call, duty: Duty | undefined): Promise<Area | undefined> {
    const areas: Area[] = [];
    if (input.onMyRoute) {
      const route = this.currentRoute(duty);
      if (!route) throw new DomainError('feed.routeUnknown');
      areas.push({
        cells: cellsAlong(route, routeCorridorMetres),
        holds: (place) => metresFromRoute(route, place) <= routeCorridorMetres,
      });
    }
    if (input.nearMySite) {
      const site = duty?.courierSiteId
        ? await this.sites.placeOf(duty.courierSiteId, call.traceId)
        : undefined;
      if (!site) throw new DomainError('feed.siteUnknown');
      areas.push({
        cells: cellsAround(site, siteMetres),
        holds: (place) => distanceMetres(site, place) <= siteMetres,
      });
    }
    const [first, second] = areas;
    if (!first || !second) return first;
    const shared = new Set(second.cells);
    return {
      cells: first.cells.filter((cell) => shared.has(cell)),
      holds: (place) => first.holds(place) && second.holds(place),
    };
  }

  private currentRoute(duty: Duty | undefined): Point[] | undefined {
    const { route, positionUntil } = duty ?? {};
    if (!route || !positionUntil || positionUntil <= this.clock.now()) return undefined;
    let points = route;
    while (points.length > 2 && routeMetres(points) > longestRouteMetres) points = points.slice(0, -1);
    return points;
  }

  private async placeOf(duty: Duty | undefined, call: Call): Promise<Point | undefined> {
    const { position, positionUntil, courierSiteId } = duty ?? {};
    if (position && positionUntil && positionUntil > this.clock.now()) return position;
    return courierSiteId ? this.sites.placeOf(courierSiteId, call.traceId) : undefined;
  }

  private async regionOf(
    input: FeedInput,
    { actor }: Call,
    duty: Duty | undefined,
  ): Promise<RegionRange | undefined> {
    if (input.region) return parseRegion(input.region);
    if (actor.region) return parseRegion(actor.region);
    if (duty) return parseRegion(String(duty.cityCode));
    const [row] = await this.database.query<{ city_code: number }>(
      'select city_code from volunteer where id = $1',
      [actor.id],
    );
    return row && parseRegion(String(row.city_code));
  }
}

function placeOf({ longitude, latitude }: SummaryRow): Point {
  return { longitude, latitude };
}

function shown(row: SummaryRow, from: Point | undefined): ErrandSummary {
  return { ...summaryOf(row), distanceMetres: from && distanceMetres(from, placeOf(row)) };
}
