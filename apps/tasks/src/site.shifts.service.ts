import { DomainError, type SiteShifts, type SiteShiftsInput, stations } from '#contracts';
import { type Call, Database, RpcClient, sees, systemCall } from '#platform';
import { parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import type { WeeklyShift } from './availability.js';

interface CourierRow extends Record<string, unknown> {
  id: string;
  name: string;
  shifts: WeeklyShift[] | null;
}

/** Shift times of couriers as their station reads them. */
@Injectable()
export class SiteShiftsService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
  ) {}

  /** @throws DomainError `resource.notFound`, `service.unavailable` */
  async ofSite({ siteId }: SiteShiftsInput, { actor, traceId }: Call): Promise<SiteShifts> {
    const site = await this.rpc.call(stations.getOrganisation, { id: siteId }, systemCall('tasks', traceId));
    const { code, cityCode } = parseRegion(site.region);
    if (site.kind !== 'courierSite' || !sees(actor, code)) throw new DomainError('resource.notFound');
    const rows = await this.database.query<CourierRow>(
      `select v.id, v.display_name as name, d.shifts
       from volunteer v left join duty d on d.city_code = v.city_code and d.volunteer_id = v.id
       where v.city_code = $1 and v.courier_site_id = $2 and v.verification = 'verified'
       order by v.display_name, v.id limit 1000`,
      [cityCode, siteId],
    );
    return {
      siteId,
      couriers: rows.map(({ id, name, shifts }) => ({
        ...{ volunteerId: id, volunteerName: name },
        shifts: [...(shifts ?? [])].sort(
          (one, other) => one.weekday - other.weekday || one.startMinute - other.startMinute,
        ),
      })),
    };
  }
}
