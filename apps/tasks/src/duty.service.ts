import {
  DomainError,
  type DutyTimesInput,
  type DutyView,
  type GoOnDutyInput,
  type Point,
  type PositionInput,
} from '#contracts';
import { type Call, Clock, Database, shanghaiDay, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isQuiet, onDutyUntil, shiftEnd } from './availability.js';
import { type Duty, findDuty, writeDuty } from './duty.store.js';
import { fuzzy } from './grid.js';
import { SiteDirectory } from './site.directory.js';

const minuteMs = 60_000;
const usualDutyMs = 240 * minuteMs;
const longestDutyMs = 720 * minuteMs;
const positionMs = 20 * minuteMs;

/**
 * 上岗: when a volunteer may be asked, and roughly where. Every write sets a state, so that a retry is the same
 * write; nothing of a position is remembered under an idempotency key, logged or told in an event.
 */
@Injectable()
export class DutyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sites: SiteDirectory,
  ) {}

  async get(call: Call): Promise<DutyView> {
    return this.view(await this.find(this.database, call));
  }

  /** @throws DomainError `volunteer.notVerified` */
  setTimes(input: DutyTimesInput, call: Call): Promise<DutyView> {
    const { shifts, quietStartMinute, quietEndMinute, maxAlertsPerDay } = input;
    return this.change(call, (duty) => ({
      ...duty,
      times: {
        override: duty.times.override,
        shifts,
        quiet: { startMinute: quietStartMinute, endMinute: quietEndMinute },
      },
      maxAlertsPerDay,
    }));
  }

  /** @throws DomainError `volunteer.notVerified`, `duty.untilInvalid`, `consent.locationWithdrawn` */
  goOn(input: GoOnDutyInput, call: Call): Promise<DutyView> {
    const nowMs = this.clock.now().getTime();
    const untilMs = input.until === undefined ? nowMs + usualDutyMs : Date.parse(input.until);
    if (untilMs <= nowMs || untilMs > nowMs + longestDutyMs) throw new DomainError('duty.untilInvalid');
    return this.change(call, (duty) =>
      this.placed({ ...duty, times: { ...duty.times, override: { on: true, untilMs } } }, input),
    );
  }

  /** Off until the end of the shift that runs now, so that the next one counts again. */
  goOff(call: Call): Promise<DutyView> {
    const nowMs = this.clock.now().getTime();
    return this.change(call, (duty) => {
      const untilMs = shiftEnd(duty.times.shifts, nowMs);
      const override = untilMs === undefined ? undefined : { on: false, untilMs };
      return {
        ...duty,
        times: { ...duty.times, override },
        position: undefined,
        route: undefined,
        positionUntil: undefined,
      };
    });
  }

  /** @throws DomainError `volunteer.notVerified`, `duty.offDuty`, `consent.locationWithdrawn` */
  tellPosition(input: PositionInput, call: Call): Promise<DutyView> {
    return this.change(call, (duty) => {
      if (onDutyUntil(duty.times, this.clock.now().getTime()) === undefined)
        throw new DomainError('duty.offDuty');
      return this.placed(duty, input);
    });
  }

  /** What was told of the place, rounded and with the hour at which it is forgotten; what was not stays. */
  private placed(duty: Duty, { point, route }: PositionInput): Duty {
    if (!point && !route) return duty;
    if (!duty.mayBeLocated) throw new DomainError('consent.locationWithdrawn');
    const nowMs = this.clock.now().getTime();
    const dutyEndMs = onDutyUntil(duty.times, nowMs) ?? nowMs;
    return {
      ...duty,
      position: point ? fuzzy(point) : duty.position,
      route: route ? withoutRepeats(route.map(fuzzy)) : duty.route,
      positionUntil: new Date(Math.min(nowMs + positionMs, dutyEndMs)),
    };
  }

  private async change(call: Call, change: (duty: Duty) => Duty): Promise<DutyView> {
    const known = await this.find(this.database, call);
    const sitePlace = known.courierSiteId
      ? await this.sites.placeOf(known.courierSiteId, call.traceId)
      : undefined;
    return this.database.transaction(async (tx) => {
      await tx.query('select from duty where city_code = $1 and volunteer_id = $2 for update', [
        known.cityCode,
        known.volunteerId,
      ]);
      const changed = change({ ...(await this.find(tx, call)), sitePlace });
      await writeDuty(tx, changed);
      return this.view(changed);
    });
  }

  private async find(database: Database | Tx, call: Call): Promise<Duty> {
    const duty = await findDuty(database, call.actor.id, shanghaiDay(this.clock.now()));
    if (!duty) throw new DomainError('volunteer.notVerified');
    return duty;
  }

  private view(duty: Duty): DutyView {
    const nowMs = this.clock.now().getTime();
    const untilMs = onDutyUntil(duty.times, nowMs);
    const isKept = duty.positionUntil !== undefined && duty.positionUntil.getTime() > nowMs;
    return {
      isOnDuty: untilMs !== undefined,
      until: untilMs === undefined ? undefined : new Date(untilMs).toISOString(),
      isQuiet: isQuiet(duty.times.quiet, nowMs),
      shifts: [...duty.times.shifts],
      quietStartMinute: duty.times.quiet.startMinute,
      quietEndMinute: duty.times.quiet.endMinute,
      maxAlertsPerDay: duty.maxAlertsPerDay,
      alertsToday: duty.alertsToday,
      positionUntil: isKept ? duty.positionUntil?.toISOString() : undefined,
      hasRoute: isKept && duty.route !== undefined,
      hasSite: duty.sitePlace !== undefined,
    };
  }
}

/** Neighbouring points often fall into one cell; a way of one cell keeps it twice. */
function withoutRepeats(route: Point[]): Point[] {
  const kept = route.filter((point, index) => {
    const before = route[index - 1];
    return before?.longitude !== point.longitude || before.latitude !== point.latitude;
  });
  return kept.length > 1 ? kept : [...kept, ...kept];
}
